package org.hydraworkbench.text;

/**
 * A stretch of a text, counted in Unicode code points.
 *
 * @param start first code point, from 0
 * @param end one past the last code point; equal to {@code start} for an empty span
 */
public record Span(int start, int end) implements Comparable<Span> {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span: " + start + " to " + end);
        }
    }

    /** Number of code points. */
    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return end == start;
    }

    /** Number of code points that both spans cover. */
    public int overlap(Span other) {
        return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
    }

    public boolean overlaps(Span other) {
        return overlap(other) > 0;
    }

    /** Whether {@code other} lies wholly inside this span. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** By start, then by end. */
    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
