package org.hydraworkbench.model.chat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/** Values as Python prints them. */
final class Printed {

    private Printed() {}

    /** As a template writes a value ({@code str}). */
    static String text(Object value) {
        return switch (value) {
            case String text -> text;
            case Undefined _ -> "";
            default -> literal(value);
        };
    }

    /** As a value stands inside of another ({@code repr}). */
    static String literal(Object value) {
        Output out = new Output();
        write(out, value);
        return out.text();
    }

    private static void write(Output out, Object value) {
        switch (value) {
            case String text -> out.add(quoted(text));
            case Boolean flag -> out.add(flag ? "True" : "False");
            case Double number -> out.add(real(number));
            case None _ -> out.add("None");
            case Undefined _ -> out.add("Undefined");
            case Map<?, ?> dict -> writeDict(out, dict);
            case Tuple tuple -> {
                out.add("(");
                writeItems(out, tuple.items());
                out.add(tuple.items().size() == 1 ? ",)" : ")");
            }
            case Range range ->
                    out.add("range(" + range.start() + ", " + range.stop() + (range.step() == 1 ? ")" : ", " + range.step() + ")"));
            case DictView view -> {
                out.add(view.name()).add("([");
                writeItems(out, view.items());
                out.add("])");
            }
            case Collection<?> list -> {
                out.add("[");
                writeItems(out, list);
                out.add("]");
            }
            case Namespace namespace -> {
                out.add("<Namespace ");
                writeDict(out, namespace.members());
                out.add(">");
            }
            case OneShot once -> out.add("<" + once.name() + ">");
            case LoopState loop -> out.add("<LoopContext " + loop.member("index") + "/" + loop.length() + ">");
            case Macro macro -> out.add("<Macro " + quoted(macro.name()) + ">");
            case Function _ -> out.add("<function>");
            default -> out.add(value.toString());
        }
    }

    private static void writeItems(Output out, Collection<?> items) {
        Iterator<?> each = items.iterator();
        while (each.hasNext()) {
            write(out, each.next());
            out.add(each.hasNext() ? ", " : "");
        }
    }

    private static void writeDict(Output out, Map<?, ?> dict) {
        String between = "{";
        for (Map.Entry<?, ?> entry : dict.entrySet()) {
            out.add(between);
            write(out, entry.getKey());
            out.add(": ");
            write(out, entry.getValue());
            between = ", ";
        }
        out.add(dict.isEmpty() ? "{}" : "}");
    }

    /** The shortest digits that are this number again, with an exponent below 1e-4 and from 1e16 on. */
    static String real(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        BigDecimal decimal = shortest(number).stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            return decimal.setScale(Math.max(1, decimal.scale())).toPlainString();
        }
        String digits = decimal.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        String power = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        return (number < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + power;
    }

    /** Java writes no fewer than two digits, also where one would do. */
    private static BigDecimal shortest(double number) {
        BigDecimal decimal = new BigDecimal(Double.toString(number));
        BigDecimal digit = decimal.round(new MathContext(1));
        return digit.doubleValue() == number ? digit : decimal;
    }

    /** In single quotes, or in double ones when that saves escapes. */
    static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder().append(quote);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c == quote) {
                        out.append('\\').append(quote);
                    } else if (isPrintable(c)) {
                        out.appendCodePoint(c);
                    } else {
                        out.append(String.format(c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
                    }
                }
            }
        });
        return out.append(quote).toString();
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }
}
