package org.hydraworkbench.app.alignment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** The colours and the font that style sheets give to a {@link HeatmapView}, so that it follows light and dark. */
final class HeatmapStyles {

    /** What has a colour; {@code -heatmap-} and the lower-case name is its property in style sheets. */
    enum Part {
        BACKGROUND,
        GRID,
        LABEL,
        MUTED,
        SHADE,
        MACHINE,
        ACCEPTED,
        EDITED,
        REJECTED,
        BAND,
        CURSOR
    }

    private static final CssMetaData<HeatmapView, Font> FONT =
            new CssMetaData<>("-fx-font", StyleConverter.getFontConverter(), Font.getDefault(), true) {
                @Override
                public boolean isSettable(HeatmapView view) {
                    return true;
                }

                @Override
                public StyleableProperty<Font> getStyleableProperty(HeatmapView view) {
                    return view.styles().font;
                }
            };

    private static final Map<Part, CssMetaData<HeatmapView, Color>> COLOURS = new EnumMap<>(Part.class);
    private static final List<CssMetaData<? extends Styleable, ?>> ALL = new ArrayList<>(Region.getClassCssMetaData());

    static {
        // A font is set through its parts in style sheets, so the inherited property has to be replaced, not doubled.
        ALL.add(FONT);
        for (Part part : Part.values()) {
            CssMetaData<HeatmapView, Color> data = metaData(part);
            COLOURS.put(part, data);
            ALL.add(data);
        }
    }

    private final SimpleStyleableObjectProperty<Font> font;
    private final Map<Part, SimpleStyleableObjectProperty<Color>> colours = new EnumMap<>(Part.class);

    /** @param changed called when the theme or the size of text changed */
    HeatmapStyles(HeatmapView view, Runnable changed) {
        font = new SimpleStyleableObjectProperty<>(FONT, view, "font", Font.getDefault());
        font.subscribe(changed);
        COLOURS.forEach((part, data) -> {
            SimpleStyleableObjectProperty<Color> property =
                    new SimpleStyleableObjectProperty<>(data, view, part.name(), Color.GRAY);
            property.subscribe(changed);
            colours.put(part, property);
        });
    }

    private static CssMetaData<HeatmapView, Color> metaData(Part part) {
        return new CssMetaData<>(
                "-heatmap-" + part.name().toLowerCase(Locale.ROOT), StyleConverter.getColorConverter(), Color.GRAY) {
            @Override
            public boolean isSettable(HeatmapView view) {
                return true;
            }

            @Override
            public StyleableProperty<Color> getStyleableProperty(HeatmapView view) {
                return view.styles().property(part);
            }
        };
    }

    private SimpleStyleableObjectProperty<Color> property(Part part) {
        SimpleStyleableObjectProperty<Color> property = colours.get(part);
        if (property == null) {
            throw new IllegalStateException("no colour for " + part);
        }
        return property;
    }

    static List<CssMetaData<? extends Styleable, ?>> metaData() {
        return ALL;
    }

    Font font() {
        return font.get();
    }

    Color colour(Part part) {
        return property(part).get();
    }
}
