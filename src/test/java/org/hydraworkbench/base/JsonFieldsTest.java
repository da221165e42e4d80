package org.hydraworkbench.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {

    private static final Choice<Boolean> SIDES =
            Choice.of(new Boolean[] {true, false}, left -> left ? "left-side" : "right-side");

    private static AbstractThrowableAssert<?, ?> assertRefused(ThrowingCallable read) {
        return assertThatThrownBy(read).isInstanceOf(InputException.class);
    }

    @Test
    void fieldsHaveTheirValues() throws HydraException {
        JsonFields fields = JsonFields.parse(
                "{\"n\": 5, \"x\": 2e-4, \"s\": \"aman\", \"b\": true, \"side\": \"RIGHT_SIDE\", \"l\": [\"a\", \"b\"],"
                        + " \"big\": 9007199254740993}");
        assertThat(fields.integer("n", 1, 0, 10)).isEqualTo(5);
        assertThat(fields.number("x", 1)).isEqualTo(2e-4);
        assertThat(fields.text("s")).contains("aman");
        assertThat(fields.requiredText("s")).isEqualTo("aman");
        assertThat(fields.flag("b", false)).isTrue();
        assertThat(fields.choice("side", SIDES, true)).isFalse();
        assertThat(fields.requiredChoice("side", SIDES)).isFalse();
        assertThat(fields.texts("l")).containsExactly("a", "b");
        // 2^53 + 1, which no double is.
        assertThat(fields.longInteger("big", 0)).isEqualTo(9_007_199_254_740_993L);
        fields.end();
    }

    @Test
    void whatIsMissingOrNullHasItsDefault() throws HydraException {
        JsonFields fields = JsonFields.parse("{\"n\": null, \"o\": null}");
        assertThat(fields.has("n")).isFalse();
        assertThat(fields.integer("n", 7, 8, 9)).isEqualTo(7);
        assertThat(fields.longInteger("seed", -1)).isEqualTo(-1);
        assertThat(fields.number("x", 0.5)).isEqualTo(0.5);
        assertThat(fields.text("s", "yes")).isEqualTo("yes");
        assertThat(fields.text("s")).isEmpty();
        assertThat(fields.flag("b", true)).isTrue();
        assertThat(fields.choice("side", SIDES, false)).isFalse();
        assertThat(fields.texts("l")).isEmpty();
        assertThat(fields.object("o").integer("n", 3, 0, 9)).isEqualTo(3);
        fields.end();
    }

    @Test
    void numbersAndFlagsMayBeStrings() throws HydraException {
        JsonFields fields = JsonFields.parse("{\"n\": \"50\", \"x\": \" 1e-3 \", \"b\": \"true\"}");
        assertThat(fields.integer("n", 0, 0, 100)).isEqualTo(50);
        assertThat(fields.number("x", 0)).isEqualTo(1e-3);
        assertThat(fields.flag("b", false)).isTrue();
    }

    @Test
    void aNumberOutOfItsRangeIsRefusedWithTheRange() throws HydraException {
        JsonFields fields = JsonFields.parse("{\"n\": 11, \"m\": -1, \"x\": 1.5}");
        assertRefused(() -> fields.integer("n", 0, 1, 10))
                .hasMessage("n: 11 cannot be used; it must be a whole number from 1 to 10.");
        assertRefused(() -> fields.integer("m", 0, 0, Integer.MAX_VALUE))
                .hasMessage("m: -1 cannot be used; it must be a whole number, at least 0.");
        assertRefused(() -> fields.number("x", 0, 0, 1)).hasMessage("x: 1.5 cannot be used; it must be a number from 0.0 to 1.0.");
    }

    @Test
    void whatIsNoWholeNumberIsRefused() throws HydraException {
        for (String bad : new String[] {"1.5", "\"five\"", "\"\"", "true", "[1]", "{}", "\"1e1000000\"", "9223372036854775808"}) {
            JsonFields fields = JsonFields.parse("{\"n\": " + bad + "}");
            assertRefused(() -> fields.longInteger("n", 0)).hasMessage("n: " + bad + " cannot be used; it must be a whole number.");
        }
    }

    @Test
    void aNumberMustBeFinite() throws HydraException {
        for (String bad : new String[] {"\"NaN\"", "\"Infinity\"", "\"1e999\"", "\"-1e999\"", "\"0x1p3\"", "\"1,5\""}) {
            JsonFields fields = JsonFields.parse("{\"x\": " + bad + "}");
            assertRefused(() -> fields.number("x", 0)).hasMessage("x: " + bad + " cannot be used; it must be a number.");
        }
    }

    @Test
    void otherKindsAreRefused() throws HydraException {
        JsonFields fields = JsonFields.parse("{\"s\": 5, \"b\": 1, \"side\": \"up\", \"l\": [\"a\", 1], \"o\": []}");
        assertRefused(() -> fields.text("s")).hasMessage("s: 5 cannot be used; it must be a string.");
        assertRefused(() -> fields.flag("b", true)).hasMessage("b: 1 cannot be used; it must be true or false.");
        assertRefused(() -> fields.choice("side", SIDES, true))
                .hasMessage("side: \"up\" cannot be used; it must be left-side or right-side.");
        assertRefused(() -> fields.texts("l")).hasMessage("l: 1 cannot be used; it must be a string.");
        assertRefused(() -> fields.texts("s")).hasMessage("s: 5 cannot be used; it must be a list of strings.");
        assertRefused(() -> fields.object("o")).hasMessage("o: [] cannot be used; it must be an object.");
    }

    @Test
    void whatMustBeThereIsMissed() throws HydraException {
        JsonFields fields = JsonFields.parse("{\"null\": null}");
        assertRefused(() -> fields.requiredText("null")).hasMessage("null: is missing, and there is no default for it.");
        assertRefused(() -> fields.requiredChoice("side", SIDES)).hasMessage("side: is missing, and there is no default for it.");
    }

    @Test
    void aFieldThatNobodyAskedForIsRefusedByName() throws HydraException {
        JsonFields fields = JsonFields.parse("{\"steps\": 1, \"stepz\": 2}");
        assertThat(fields.integer("steps", 0, 0, 9)).isEqualTo(1);
        assertThat(fields.flag("resume", false)).isFalse();
        assertRefused(fields::end).hasMessage("stepz: there is no such field; there are steps, resume.");
    }

    @Test
    void errorsInsideNameTheWholePath() throws HydraException {
        JsonFields inner = JsonFields.parse("{\"a\": {\"b\": {\"c\": \"x\"}}}").object("a").object("b");
        assertRefused(() -> inner.integer("c", 0, 0, 1)).hasMessageStartingWith("a.b.c: \"x\"");
        JsonFields unread = JsonFields.parse("{\"a\": {\"b\": 1}}").object("a");
        assertRefused(unread::end).hasMessageStartingWith("a.b: ");
    }

    @Test
    void aNewerVersionIsRefused() throws HydraException {
        assertThat(JsonFields.parse("{}").version(2)).isZero();
        assertThat(JsonFields.parse("{\"version\": 2}").version(2)).isEqualTo(2);
        JsonFields newer = JsonFields.parse("{\"version\": 3}");
        assertRefused(() -> newer.version(2)).hasMessageContaining("newer version").hasMessageContaining("3");
    }

    @Test
    void onlyAnObjectInStrictJsonIsRead() {
        for (String bad : new String[] {"", "[]", "5", "null", "{a: 1}", "{'a': 1}", "{\"a\": NaN}", "{\"a\": 1} x", "{\"a\": 1"}) {
            assertRefused(() -> JsonFields.parse(bad)).as(bad);
        }
    }

    @Test
    void aLongValueIsCutShortInTheSentence() throws HydraException {
        JsonFields fields = JsonFields.parse("{\"n\": \"" + "x".repeat(10_000) + "\"}");
        assertRefused(() -> fields.integer("n", 0, 0, 1)).satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }
}
