package org.hydraworkbench.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hydraworkbench.train.TrainNumber;

/** What the number of an option may be; {@link Ranges} looks at it before the command begins. Every option that is a number has one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Within {

    /** As {@link #most}: as many threads as this machine can make use of. */
    double THREADS = -1;

    /** As {@link #least} and {@link #most}: any number at all. */
    double ANY = Double.MAX_VALUE;

    /** The least of all numbers above 0. */
    double ABOVE_ZERO = Double.MIN_VALUE;

    /** The smallest that is allowed. */
    double least() default 0;

    /** The largest that is allowed. */
    double most() default 0;

    /** The number of a training that it is, whose range holds. */
    TrainNumber[] training() default {};
}
