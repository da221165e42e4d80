package org.hydraworkbench.app.shell;

import java.util.Optional;

/** Says in the status bar what was undone or done again, and where: it may have been in a workspace that is not in view. */
final class UndoNotices {

    private static final int MOST = 60; // characters of a sentence

    private final NoticePane notices;

    UndoNotices(NoticePane notices) {
        this.notices = notices;
    }

    /** @param key of the text that says it */
    void tell(JobRun<Optional<Moved>> run, String key) {
        run.onDone(found -> found.ifPresent(moved -> {
            notices.movedOn();
            String where = Texts.get(moved.where().titleKey());
            notices.status(moved.sentence().isEmpty()
                    ? Texts.format(key, moved.name(), where)
                    : Texts.format(key + ".sentence", moved.name(), where, beginning(moved.sentence())));
        }));
    }

    private static String beginning(String sentence) {
        int points = sentence.codePointCount(0, sentence.length());
        return points <= MOST ? sentence : sentence.substring(0, sentence.offsetByCodePoints(0, MOST)) + "…";
    }
}
