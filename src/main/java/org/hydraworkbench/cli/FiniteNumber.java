package org.hydraworkbench.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number with a point as it is typed: NaN and Infinity, which Java takes for numbers too, are none to a person. */
final class FiniteNumber implements ITypeConverter<Double> {

    @Override
    public Double convert(String typed) {
        try {
            double number = Double.parseDouble(typed);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refused(typed);
        }
        throw refused(typed);
    }

    private static TypeConversionException refused(String typed) {
        return new TypeConversionException("'" + typed + "' is not a number");
    }
}
