package org.physgrad.engine.catalog;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A parameter of a part, as its author declared it.
 *
 * @param name its key in an experiment file
 * @param type what a value is
 * @param list whether it takes a list of such values
 * @param description what it means, with its unit
 * @param defaultValue value where the experiment names none: of the type's Java class, or a list of such
 * @param min smallest value allowed, for numbers
 * @param max largest value allowed, for numbers
 * @param options the values allowed, empty where any will do
 */
public record Parameter(
        String name,
        ValueType type,
        boolean list,
        String description,
        Object defaultValue,
        OptionalDouble min,
        OptionalDouble max,
        List<String> options) {

    /** Describes the values allowed, for messages and help, such as {@code integer, 4 to 4096}. */
    public String allowed() {
        StringBuilder text = new StringBuilder(list ? "list of " + type.plural() : type.singular());
        if (!options.isEmpty()) {
            text.append(", one of ").append(String.join(", ", options));
        }
        if (min.isPresent() && max.isPresent()) {
            text.append(", ").append(type.format(min.getAsDouble()));
            text.append(" to ").append(type.format(max.getAsDouble()));
        } else if (min.isPresent()) {
            text.append(", at least ").append(type.format(min.getAsDouble()));
        } else if (max.isPresent()) {
            text.append(", at most ").append(type.format(max.getAsDouble()));
        }
        return text.toString();
    }
}
