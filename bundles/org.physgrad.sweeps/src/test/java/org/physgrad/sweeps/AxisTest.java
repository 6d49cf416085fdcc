package org.physgrad.sweeps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a path is varied over. */
class AxisTest {

    @Test
    void rangesAreLinearOrLogarithmic() {
        assertEquals(List.of("0", "0.1", "0.2", "0.3"), labels("{ 'from': 0, 'to': 0.3, 'count': 4 }"));
        assertEquals(
                List.of("0.001", "0.01", "0.1"), labels("{ 'from': 1e-3, 'to': 0.1, 'count': 3, 'scale': 'log' }"));
        assertEquals(List.of("5", "6", "7"), labels("{ 'from': 5, 'count': 3 }"), "steps of one");
    }

    @Test
    void valuesAreNamedByLabelTypeOrThemselves() {
        assertEquals(
                List.of("10", "l-bfgs", "own"),
                labels(
                        "[10, { 'type': 'l-bfgs', 'iterations': 3 }, { 'label': 'own', 'value': { 'type': 'newton' } }]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                                    | the list is empty",
                "7                                                     | expected a list",
                "{ 'from': 1, 'to': 2 }                                | needs \"from\" and \"count\"",
                "{ 'from': 1, 'count': 2.5 }                           | whole number from 1",
                "{ 'from': 'a', 'count': 2 }                           | must be a number",
                "{ 'from': 0, 'to': 1, 'count': 2, 'scale': 'log' }    | above 0",
                "{ 'from': 0, 'to': 1, 'count': 2, 'scale': 'cubic' }  | \"linear\" or \"log\"",
                "{ 'from': 0, 'to': 1, 'count': 2, 'scale': {} }       | \"linear\" or \"log\"",
                "[{ 'label': {}, 'value': 1 }]                         | \"label\" is {}",
                "{ 'from': 0, 'steps': 2 }                             | a range has no 'steps'"
            })
    void badOnesAreRefused(String json, String message) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> labels(json));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    private static List<String> labels(String json) {
        return Axis.of("x", JsonParser.parseString(json.replace('\'', '"'))).values().stream()
                .map(Axis.Value::label)
                .toList();
    }
}
