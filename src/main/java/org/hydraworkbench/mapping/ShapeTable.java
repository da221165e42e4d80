package org.hydraworkbench.mapping;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;

/** The unit shapes of one side, numbered from 0, and which of them a token is part of. */
final class ShapeTable {

    private final List<UnitShape> shapes = new ArrayList<>();
    private final Object2IntOpenHashMap<UnitShape> ids = new Object2IntOpenHashMap<>();
    private final Int2ObjectOpenHashMap<IntArrayList> byToken = new Int2ObjectOpenHashMap<>();

    ShapeTable() {
        ids.defaultReturnValue(-1);
    }

    int size() {
        return shapes.size();
    }

    UnitShape get(int id) {
        return shapes.get(id);
    }

    /** The number of a shape, or -1. */
    int find(UnitShape shape) {
        return ids.getInt(shape);
    }

    /** The number of a shape, a new one where it is new. */
    int add(UnitShape shape) {
        int id = ids.putIfAbsent(shape, shapes.size());
        if (id >= 0) {
            return id;
        }
        id = shapes.size();
        shapes.add(shape);
        for (int token : shape.tokens()) {
            IntArrayList of = byToken.computeIfAbsent(token, t -> new IntArrayList());
            if (of.isEmpty() || of.getInt(of.size() - 1) != id) {
                of.add(id);
            }
        }
        return id;
    }

    /** The shapes that a token is part of, ascending. */
    IntList with(int token) {
        IntArrayList of = byToken.get(token);
        return of == null ? IntLists.emptyList() : of;
    }

    /** All tokens of all shapes, ascending. */
    int[] tokens() {
        int[] tokens = byToken.keySet().toIntArray();
        java.util.Arrays.sort(tokens);
        return tokens;
    }
}
