package org.physgrad.workbench.inference;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;

/**
 * What was entered in the dialog, to be changed. Outlives it: opened again it shows what it did, people who infer again mostly change little.
 *
 * @param files what was entered in the rows of files, by their keys
 * @param refinement what was entered on the refinement
 */
record Entries(Map<String, String> files, JsonObject refinement) {

    /** Nothing yet. */
    Entries() {
        this(new HashMap<>(), new JsonObject());
    }
}
