package org.hydraworkbench.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import org.hydraworkbench.base.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files on which the tokenizers library ends the process, now or with some later text: each was seen to, by version 0.21 of it. */
class UnsafeTokenizerTest {

    private static final String BPE =
            "{'added_tokens':[{'id':4,'content':'<s>','special':true,'single_word':false,'lstrip':false,'rstrip':false,'normalized':false}],'model':{'type':'BPE','vocab':{'a':0,'##b':1,'a##b':2,'ab':3},'merges':['a ##b']}}";
    private static final String UNIGRAM = "{'model':{'type':'Unigram','unk_id':0,'vocab':[['<unk>',0.0],['a',-1.0]]}}";
    private static final String WORDPIECE =
            "{'model':{'type':'WordPiece','unk_token':'[UNK]','continuing_subword_prefix':'##','max_input_chars_per_word':100,'vocab':{'[UNK]':0,'a':1}}}";

    @TempDir
    Path folder;

    private Path file(String json) throws Exception {
        return Files.writeString(folder.resolve("tokenizer.json"), json.replace('\'', '"'));
    }

    /** What is changed in a sound file, and what is said of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "'type':'BPE' | 'type':'BPE','continuing_subword_prefix':'a##b' | does not begin with the continuing_subword_prefix \"a##b\"",
        "'a ##b']} | ['a','##b']],'continuing_subword_prefix':'##bb'} | does not begin with the continuing_subword_prefix \"##bb\"",
        "'type':'BPE' | 'type':'BPE','unk_token':'<unk>' | the unk_token of its model, \"<unk>\", is not in its vocabulary",
        "'type':'BPE' | 'type':'BPE','unk_token':'<s>' | the unk_token of its model, \"<s>\", is not in its vocabulary",
        "{'a':0,'##b':1,'a##b':2,'ab':3},'merges':['a ##b'] | {},'merges':[] | holds no vocabulary",
        "'id':4, | `` | the added token \"<s>\" has no id",
        "'content':'<s>', | `` | content: is missing",
        "'id':4 | 'id':'x' | id: \"x\" cannot be used",
        "'id':4 | 'id':-1 | id: -1 cannot be used",
        "'type':'BPE' | type':'BPE' | Malformed JSON in line 1",
        "'type':'BPE' | 'type':'\\ud800' | half a surrogate pair",
        "'##b':1 | '\\udc00':1 | half a surrogate pair",
        "'merges':['a ##b'] | 'merges':['a \\ud800'] | half a surrogate pair",
        "'content':'<s>' | 'content':'ab' | the added token \"ab\" has the id 4, but the vocabulary says 3",
        "'id':4 | 'id':1 | the added token \"<s>\" has the id 1, which is that of \"##b\"",
        "'id':4 | 'id':9 | the added token \"<s>\" has the id 9, but the library would give it 4",
        "'id':4 | 'id':3 | the added token \"<s>\" has the id 3, which is that of \"ab\"",
        "'ab':3},'merges' | 'ab':4},'merges' | the added token \"<s>\" has the id 4, which is that of \"ab\"",
        "'content':'<s>' | 'content':'<\\u0000s>' | the piece 4 has a NUL in its name",
        "'##b':1 | '#\\u0000':1 | the piece 1 has a NUL in its name",
        "'id':4 | 'id':4,'score':1e999 | a number that is too large",
    })
    void aDamagedBytePairFileIsRefused(String from, String to, String reason) throws Exception {
        assertThat(BPE).contains(from);
        refused(BPE.replace(from, to == null ? "" : to), reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "'unk_id':0 | 'unk_id':null | no unk_id",
        "'unk_id':0 | 'unk_id':2 | no unk_id",
        "'unk_id':0, | `` | no unk_id",
        "'type':'Unigram','unk_id':0, | `` | no unk_id",
        "[['<unk>',0.0],['a',-1.0]] | [] | holds no vocabulary",
    })
    void aUnigramModelThatCannotWriteEverythingIsRefused(String from, String to, String reason) throws Exception {
        assertThat(UNIGRAM).contains(from);
        refused(UNIGRAM.replace(from, to == null ? "" : to), reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "'unk_token':'[UNK]' | 'unk_token':'[unk]' | \"[unk]\", is not in its vocabulary",
        "'type':'WordPiece','unk_token':'[UNK]','continuing_subword_prefix':'##','max_input_chars_per_word':100, | 'type':'WordLevel', | \"<unk>\", is not in its vocabulary",
        "'[UNK]':0 | '[NO]':0 | \"[UNK]\", is not in its vocabulary",
    })
    void aWordModelWithoutItsUnknownTokenIsRefused(String from, String to, String reason) throws Exception {
        assertThat(WORDPIECE).contains(from);
        refused(WORDPIECE.replace(from, to), reason);
    }

    private void refused(String json, String reason) throws Exception {
        Path file = file(json);
        assertThatThrownBy(() -> TokenizerJson.read(file, Files.readAllBytes(file)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {BPE, UNIGRAM, WORDPIECE})
    void whatIsNotChangedWorks(String json) throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(file(json))) {
            assertThat(tokenizer.encodeIds("a")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "!!!", "/////w==", "", "BAAAAAAAAAA"})
    void aDamagedCharacterMapIsRefused(String map) throws Exception {
        refused(UNIGRAM.replace("{'model'", "{'normalizer':{'type':'Sequence','normalizers':[{'type':'Precompiled',"
                + "'precompiled_charsmap':'" + map + "'}]},'model'"), "the precompiled_charsmap of its normalizer is damaged");
    }

    /** A trie of 256 units by hand: the letter A, 65, leads to the text at 2, which is b. */
    private static byte[] map(int value) {
        byte[] texts = "\0\0b\0é\0".getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * 512 + texts.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(4 * 512);
        bytes.putInt(4, 256 << 10); // the root: its children are around unit 256
        bytes.putInt(4 + 4 * (256 ^ 65), 65 | 1 << 8 | (1 ^ 256 ^ 65) << 10); // A: a leaf, whose value is in unit 1
        bytes.putInt(4 + 4, value | 1 << 31);
        return bytes.position(4 + 4 * 512).put(texts).array();
    }

    @Test
    void aSoundCharacterMapWorks() throws Exception {
        String base64 = Base64.getEncoder().encodeToString(map(2));
        assertThat(PrecompiledMap.isSound(base64)).isTrue();
        Path file = file("{'normalizer':{'type':'Precompiled','precompiled_charsmap':'" + base64
                + "'},'model':{'type':'Unigram','unk_id':0,'vocab':[['<unk>',0.0],['b',-1.0]]}}");
        try (Tokenizer tokenizer = Tokenizer.load(file)) {
            assertThat(tokenizer.encodeIds("A")).containsExactly(1);
        }
    }

    @Test
    void aCharacterMapThatLeadsOutOfItsTextsOrIntoACharacterIsRefused() {
        assertThat(PrecompiledMap.isSound(Base64.getEncoder().encodeToString(map(7)))).isTrue();
        assertThat(PrecompiledMap.isSound(Base64.getEncoder().encodeToString(map(5)))).isFalse();
        assertThat(PrecompiledMap.isSound(Base64.getEncoder().encodeToString(map(8)))).isFalse();
    }

    @Test
    void noCharacterMapMakesTheCheckFail() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] map = map(2);
            for (int k = random.nextInt(4); k >= 0; k--) {
                map[random.nextInt(4) == 0 ? random.nextInt(8) : random.nextInt(map.length)] = (byte) random.nextInt();
            }
            String base64 = Base64.getEncoder().encodeToString(map);
            assertThatCode(() -> PrecompiledMap.isSound(base64)).doesNotThrowAnyException();
        }
    }
}
