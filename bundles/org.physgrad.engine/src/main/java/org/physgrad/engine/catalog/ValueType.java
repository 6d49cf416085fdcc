package org.physgrad.engine.catalog;

/** What a value of a parameter is. */
public enum ValueType {
    /** A string. */
    TEXT("text", "texts", "string") {
        @Override
        public Object parse(String text) {
            return text;
        }
    },
    /** A whole number, held as a Long. */
    INTEGER("integer", "integers", "integer") {
        @Override
        public Object parse(String text) {
            return Long.valueOf(text);
        }
    },
    /** A real number, held as a Double. */
    REAL("number", "numbers", "number") {
        @Override
        public Object parse(String text) {
            return Double.valueOf(text);
        }
    },
    /** True or false. */
    BOOLEAN("true or false", "true or false", "boolean") {
        @Override
        public Object parse(String text) {
            return Boolean.valueOf(text);
        }
    };

    private final String singular;
    private final String plural;
    private final String schemaName;

    ValueType(String singular, String plural, String schemaName) {
        this.singular = singular;
        this.plural = plural;
        this.schemaName = schemaName;
    }

    /**
     * Reads a declared default or bound.
     *
     * @param text the text of a Metatype attribute
     * @return the value
     */
    public abstract Object parse(String text);

    /** The word for one value. */
    public String singular() {
        return singular;
    }

    /** The word for several values. */
    public String plural() {
        return plural;
    }

    /** The name of the type in JSON Schema. */
    public String schemaName() {
        return schemaName;
    }

    /** Writes a bound without a needless fraction. */
    String format(double bound) {
        boolean whole = bound == Math.rint(bound) && Math.abs(bound) < 1e15;
        return whole ? Long.toString((long) bound) : Double.toString(bound);
    }
}
