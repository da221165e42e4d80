package org.hydraworkbench.project.work;

import java.nio.file.Path;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;

/**
 * One run of an operation.
 *
 * @param materials the rooms of the project
 * @param environment where the work is done
 * @param job its record
 * @param progress where it says how far it is
 */
public record Run(Materials materials, Environment environment, JobLog.Entry job, Progress progress) {

    /**
     * A folder that stays when the run ends early, so that it can be gone on with; it goes when the result is there.
     *
     * @param prefix what it is called, before the number of the job
     */
    public Path lastingFolder(String prefix) throws HydraException {
        String name = job.folder();
        if (name.isEmpty()) {
            name = prefix + "-" + job.id();
            job.worksIn(name);
        }
        return materials.files().resolve(name);
    }
}
