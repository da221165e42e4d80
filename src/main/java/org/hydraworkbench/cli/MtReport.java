package org.hydraworkbench.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What {@code hydra eval mt} measured, for reading. */
final class MtReport {

    private MtReport() {}

    /** Under which name the figures of a metric stand. */
    static String key(String metric) {
        return metric.toLowerCase(Locale.ROOT);
    }

    static void print(PrintWriter out, List<String> metrics, JsonObject result) {
        for (String metric : metrics) {
            line(out, "%-7s %6.2f   %s", metric, number(result, key(metric)),
                    result.getAsJsonObject("signatures").get(key(metric)).getAsString());
        }
        for (String metric : result.has("bootstrap") ? metrics : List.<String>of()) {
            JsonObject b = result.getAsJsonObject("bootstrap").getAsJsonObject(key(metric));
            line(out, "%-7s baseline %.2f [%.2f, %.2f], this %.2f [%.2f, %.2f], difference %+.2f [%+.2f, %+.2f], p = %.4f", metric,
                    number(b, "baseline"), number(b, "baseline_low"), number(b, "baseline_high"),
                    number(b, "system"), number(b, "system_low"), number(b, "system_high"),
                    number(b, "difference"), number(b, "difference_low"), number(b, "difference_high"), number(b, "p"));
        }
        for (String metric : result.has("near_far") ? metrics : List.<String>of()) {
            JsonObject parts = result.getAsJsonObject("near_far").getAsJsonObject(key(metric));
            line(out, "%-7s near %s, far %s", metric, part(parts, "near"), part(parts, "far"));
        }
        if (result.has("confidence")) {
            confidence(out, result.getAsJsonObject("confidence"));
        }
    }

    private static String part(JsonObject parts, String name) {
        String lines = "(%,d lines)".formatted(parts.get(name).getAsInt());
        return parts.has(name + "_score")
                ? String.format(Locale.ROOT, "%.2f %s", number(parts, name + "_score"), lines)
                : "– " + lines;
    }

    private static void confidence(PrintWriter out, JsonObject table) {
        line(out, "%nExpected chrF  lines  expected  achieved");
        for (JsonElement each : table.getAsJsonArray("bins")) {
            JsonObject bin = each.getAsJsonObject();
            line(out, "%5.0f–%-7.0f %6d    %6.2f    %6.2f", number(bin, "from"), number(bin, "to"), bin.get("sentences").getAsInt(),
                    number(bin, "expected"), number(bin, "achieved"));
        }
        line(out, "calibration error %.2f, absolute error of a line %.2f%s", number(table, "calibration_error"), number(table, "absolute_error"),
                table.has("correlation") ? String.format(Locale.ROOT, ", correlation %.3f", number(table, "correlation")) : "");
    }

    private static double number(JsonObject object, String name) {
        return object.get(name).getAsDouble();
    }

    private static void line(PrintWriter out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
