package org.physgrad.engine.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

/** Which experiments are the same but for chance. */
class ReplicatesTest {

    @Test
    void seedNameAndLengthDoNotTellExperimentsApart() {
        JsonObject first = json("{ \"name\": \"a\", \"seed\": 0, \"iterations\": 10, \"batchSize\": 8 }");
        JsonObject second = json("{ \"name\": \"b\", \"seed\": 1, \"iterations\": 20, \"batchSize\": 8 }");
        assertEquals(Replicates.key(first), Replicates.key(second));
        assertEquals(0, first.get("seed").getAsInt(), "the experiment itself stays as it is");
    }

    @Test
    void everythingElseDoes() {
        JsonObject first = json("{ \"optimizer\": { \"learningRate\": 0.001 } }");
        JsonObject second = json("{ \"optimizer\": { \"learningRate\": 0.01 } }");
        assertNotEquals(Replicates.key(first), Replicates.key(second));
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
