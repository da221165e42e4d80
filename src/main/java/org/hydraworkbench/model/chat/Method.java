package org.hydraworkbench.model.chat;

import java.util.List;
import java.util.Map;

/** A method of a value, not yet called. */
record Method(Object of, String name) implements Function {

    @Override
    @SuppressWarnings("unchecked")
    public Object call(Arguments arguments) {
        return switch (of) {
            case String text -> StringMethods.call(text, name, arguments);
            case Map<?, ?> dict -> CollectionMethods.ofDict((Map<Object, Object>) dict, name, arguments);
            case List<?> list -> CollectionMethods.ofList((List<Object>) list, name, arguments);
            case Tuple tuple -> CollectionMethods.ofList(tuple.items(), name, arguments);
            case Range range -> CollectionMethods.ofList(range.items(), name, arguments);
            case LoopState loop -> loop.call(name, arguments);
            default -> throw Attributes.unknownMethod(of, name);
        };
    }
}
