package org.hydraworkbench.app.shell;

import java.util.List;
import org.hydraworkbench.project.work.TrainOperation;

/** Asks before jobs are ended by leaving their project, and says what becomes of each: of a training nothing is lost. */
public final class LeaveQuestion {

    private LeaveQuestion() {}

    /** Whether nothing is going on, or the person agrees that it ends; {@code doIt} is the text of the button that does it. */
    public static boolean agreed(JobRunner jobs, Dialogs dialogs, String doIt) {
        List<JobRun<?>> going = jobs.runs().stream().filter(run -> !run.isEnded()).<JobRun<?>>map(run -> run).toList();
        return going.isEmpty()
                || dialogs.confirm(Texts.format("leave.title", going.size()), question(going), doIt);
    }

    private static String question(List<JobRun<?>> going) {
        StringBuilder text = new StringBuilder();
        for (JobRun<?> run : going) {
            String key = isTraining(run) ? "leave.training" : "leave.other";
            text.append(Texts.format(key, run.title())).append('\n');
        }
        return text.append(Texts.get("leave.finished")).toString();
    }

    private static boolean isTraining(JobRun<?> run) {
        String doing = run.doingProperty().get();
        return doing.equals(TrainOperation.PAIRS) || doing.equals(TrainOperation.TEXT);
    }
}
