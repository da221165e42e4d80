package org.hydraworkbench.align.hmm;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import org.hydraworkbench.align.tables.IndexedText;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.text.Characters;

/**
 * Units grouped by their stem, here the first {@code length} letters without diacritics, on both sides of a bitext; and the pairs of groups that stand
 * together, numbered. What is rare as a word may be frequent as a stem.
 */
final class StemLevel {

    /** The groups of one side. */
    static final class Side {

        private final int[] groups;
        private final int count;
        private final int inLanguage;
        private final float[] shares;

        /**
         * A grouping.
         *
         * @param groups the group of each type
         * @param count number of groups here
         * @param inLanguage number of groups that the side is known to have
         * @param shares how much of its group's occurrences are a type's
         */
        Side(int[] groups, int count, int inLanguage, float[] shares) {
            this.groups = groups;
            this.count = count;
            this.inLanguage = inLanguage;
            this.shares = shares;
        }

        /** Number of groups here. */
        int count() {
            return count;
        }

        /** Number of groups that the side is known to have: more than {@link #count} when this is but one sentence. */
        int inLanguage() {
            return inLanguage;
        }

        /** The group of a unit type. */
        int group(int type) {
            return groups[type];
        }

        /** How much of its group's occurrences are a type's, above 0 to 1. */
        float share(int type) {
            return shares[type];
        }

        private static Side of(IndexedText text, int length) {
            int types = text.vocabulary().size();
            Object2IntOpenHashMap<String> ids = new Object2IntOpenHashMap<>();
            int[] groups = new int[types];
            for (int type = 0; type < types; type++) {
                String stem = stem(text.vocabulary().form(type), length);
                int id = ids.getOrDefault(stem, ids.size());
                ids.put(stem, id);
                groups[type] = id;
            }
            int[] ofType = new int[types];
            int[] ofGroup = new int[ids.size()];
            for (int unit : text.units()) {
                ofType[unit]++;
                ofGroup[groups[unit]]++;
            }
            float[] shares = new float[types];
            for (int type = 0; type < types; type++) {
                shares[type] = (float) ofType[type] / ofGroup[groups[type]];
            }
            return new Side(groups, ids.size(), ids.size(), shares);
        }
    }

    private final Side source;
    private final Side target;
    private final int[] pairs;
    private final int[] rowStarts;
    private final int[] columns;

    private StemLevel(Side source, Side target, int[] pairs, int[] rowStarts, int[] columns) {
        this.source = source;
        this.target = target;
        this.pairs = pairs;
        this.rowStarts = rowStarts;
        this.columns = columns;
    }

    /** Groups the words of a bitext by their first letters. */
    static StemLevel of(TypePairs typePairs, int length, Progress progress) throws HydraException {
        return of(
                typePairs,
                Side.of(typePairs.bitext().source(), length),
                Side.of(typePairs.bitext().target(), length),
                progress);
    }

    /** Numbers the pairs of given groups. */
    static StemLevel of(TypePairs typePairs, Side source, Side target, Progress progress) throws HydraException {
        int[] pairs = new int[typePairs.size()];
        int[] rowStarts = new int[source.count + 1];
        int[] columns = number(typePairs, source, target, pairs, rowStarts, progress);
        return new StemLevel(source, target, pairs, rowStarts, columns);
    }

    Side source() {
        return source;
    }

    Side target() {
        return target;
    }

    /** Number of pairs of groups. */
    int size() {
        return columns.length;
    }

    /** Source group {@code g} has the pairs from {@code rowStarts[g]} to before {@code rowStarts[g + 1]}; not to be changed. */
    int[] rowStarts() {
        return rowStarts;
    }

    /** The target group of each pair of groups; not to be changed. */
    int[] columns() {
        return columns;
    }

    /** The pair of groups that a pair of types belongs to. */
    int pair(int typePair) {
        return pairs[typePair];
    }

    /**
     * The first letters of a unit, all of it when it is shorter. Accents and other diacritics of Latin, Greek and Cyrillic letters are left out:
     * they come and go within the forms of a word.
     */
    static String stem(String form, int length) {
        String letters = Characters.withoutDiacritics(form);
        return letters.codePointCount(0, letters.length()) <= length
                ? letters
                : letters.substring(0, letters.offsetByCodePoints(0, length));
    }

    /** Numbers the pairs of groups, source group by source group, and returns their target groups. */
    private static int[] number(
            TypePairs typePairs, Side source, Side target, int[] pairs, int[] rowStarts, Progress progress) throws HydraException {
        IntArrayList[] members = new IntArrayList[source.count];
        for (int type = 0; type < source.groups.length; type++) {
            int group = source.groups[type];
            if (members[group] == null) {
                members[group] = new IntArrayList(2);
            }
            members[group].add(type);
        }
        int[] seen = new int[target.count];
        int[] number = new int[target.count];
        IntArrayList columns = new IntArrayList();
        for (int group = 0; group < members.length; group++) {
            progress.checkCancelled();
            for (int type : members[group]) {
                for (int id = typePairs.rowStarts()[type]; id < typePairs.rowStarts()[type + 1]; id++) {
                    int other = target.groups[typePairs.columns()[id]];
                    if (seen[other] != group + 1) {
                        seen[other] = group + 1;
                        number[other] = columns.size();
                        columns.add(other);
                    }
                    pairs[id] = number[other];
                }
            }
            rowStarts[group + 1] = columns.size();
        }
        return columns.toIntArray();
    }
}
