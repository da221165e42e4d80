package org.hydraworkbench.text;

/** Which way a text runs. What a text in a language does, its {@link LanguageTag#direction} says. */
public enum Direction {
    LEFT_TO_RIGHT,
    RIGHT_TO_LEFT;

    /** The way of the first letter that runs either way (rule P2 of the Unicode bidirectional algorithm); left to right where none does. */
    public static Direction of(String text) {
        return text.codePoints()
                .filter(point -> LEFT_TO_RIGHT.has(point) || RIGHT_TO_LEFT.has(point))
                .mapToObj(point -> LEFT_TO_RIGHT.has(point) ? LEFT_TO_RIGHT : RIGHT_TO_LEFT)
                .findFirst()
                .orElse(LEFT_TO_RIGHT);
    }

    /** Whether a text has a letter that runs this way. */
    public boolean isIn(String text) {
        return text.codePoints().anyMatch(this::has);
    }

    private boolean has(int point) {
        byte kind = Character.getDirectionality(point);
        return switch (this) {
            case LEFT_TO_RIGHT -> kind == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
            case RIGHT_TO_LEFT ->
                kind == Character.DIRECTIONALITY_RIGHT_TO_LEFT || kind == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        };
    }

    public Direction opposite() {
        return this == LEFT_TO_RIGHT ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
    }
}
