package org.hydraworkbench.omegat;

import java.util.regex.Pattern;

/** Stands for the formatting of a document: {@code <f0>}, {@code </f0>}, {@code <br1/>}. A text with tags goes to the service as HTML. */
final class Tags {

    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z]+\\d+/?>");
    private static final Pattern ESCAPED = Pattern.compile("&lt;(/?[a-zA-Z]+\\d+/?)&gt;");

    private Tags() {}

    static boolean isIn(String text) {
        return TAG.matcher(text).find();
    }

    static String toHtml(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return ESCAPED.matcher(escaped).replaceAll("<$1>");
    }

    static String ofHtml(String html) {
        return html.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "\u00a0").replace("&amp;", "&");
    }
}
