package org.physgrad.executor.cuda;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that runs on a GPU: it is skipped, and says so, where there is none. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsGpu.Condition.class)
@interface NeedsGpu {

    /** Looks for the GPU. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Gpu.HERE.found().isPresent()) {
                return ConditionEvaluationResult.enabled("there is a GPU: " + Gpu.HERE);
            }
            String reason = "skipped: " + Gpu.HERE;
            // Surefire shows the number of skipped tests alone.
            System.out.println(context.getDisplayName() + " is " + reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
