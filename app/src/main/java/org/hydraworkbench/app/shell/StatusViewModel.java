package org.hydraworkbench.app.shell;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/** What the status bar says. {@link #poll} looks at jobs and memory; nothing here is pushed by working threads. */
public final class StatusViewModel {

    private static final double GIB = 1L << 30;

    private final JobRunner jobs;
    private final ObservableValue<String> message;
    private final ReadOnlyStringWrapper jobsText = new ReadOnlyStringWrapper();
    private final ReadOnlyDoubleWrapper jobsProgress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyBooleanWrapper jobsActive = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper device = new ReadOnlyStringWrapper("");

    public StatusViewModel(JobRunner jobs, ObservableValue<String> message) {
        this.jobs = jobs;
        this.message = message;
        poll();
    }

    /** Looks at the jobs and the memory; called some ten times a second. */
    void poll() {
        jobs.poll();
        int active = 0;
        double sum = 0;
        for (JobRun<?> run : jobs.runs()) {
            if (!run.isEnded()) {
                active++;
                sum += run.progressProperty().get() < 0 ? Double.NaN : run.progressProperty().get();
            }
        }
        jobsActive.set(active > 0);
        // One job of unknown length makes the whole unknown.
        jobsProgress.set(active == 0 || Double.isNaN(sum) ? -1 : sum / active);
        jobsText.set(Texts.format("status.jobs.count", active));
        Runtime runtime = Runtime.getRuntime();
        double used = (runtime.totalMemory() - runtime.freeMemory()) / GIB;
        memory.set(Texts.format("status.memory", used, runtime.maxMemory() / GIB));
    }

    /** Says what computes: the processor or a graphics card. */
    void setDevice(String text) {
        device.set(text);
    }

    public ObservableValue<String> messageProperty() {
        return message;
    }

    public ReadOnlyStringProperty jobsTextProperty() {
        return jobsText.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty jobsProgressProperty() {
        return jobsProgress.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty jobsActiveProperty() {
        return jobsActive.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty deviceProperty() {
        return device.getReadOnlyProperty();
    }
}
