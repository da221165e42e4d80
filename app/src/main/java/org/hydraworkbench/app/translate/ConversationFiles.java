package org.hydraworkbench.app.translate;

import java.util.List;
import org.hydraworkbench.app.plot.PlotFiles;
import org.hydraworkbench.app.shell.FileKind;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;

/** Saves the conversation where the person says. */
final class ConversationFiles {

    private final Workbench workbench;
    private final List<Exchange> conversation;

    /** @param conversation as it is when something is saved */
    ConversationFiles(Workbench workbench, List<Exchange> conversation) {
        this.workbench = workbench;
        this.conversation = conversation;
    }

    void saveMarkdown() {
        save("conversation.md", FileKind.of("Markdown", "*.md"), ConversationText.markdown(conversation));
    }

    void saveTsv() {
        save("conversation.tsv", FileKind.of("TSV", "*.tsv"), ConversationText.tsv(conversation));
    }

    private void save(String name, FileKind kind, String text) {
        workbench.dialogs().saveFile(Texts.get("translate.export.title"), name, List.of(kind)).ifPresent(file -> workbench
                .jobs()
                .command(() -> PlotFiles.writeText(text, file))
                .onDone(done -> workbench.notices().status(Texts.format("translate.export.done", file))));
    }
}
