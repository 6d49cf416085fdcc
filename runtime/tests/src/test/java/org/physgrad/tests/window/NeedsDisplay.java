package org.physgrad.tests.window;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that opens windows, moves the mouse and types: it is skipped, and says so, where there is no display. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("window")
@ExtendWith({NeedsDisplay.Condition.class, Evidence.class})
@interface NeedsDisplay {

    /** Looks for the display. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            String obstacle = obstacle();
            if (obstacle.isEmpty()) {
                return ConditionEvaluationResult.enabled("there is a display");
            }
            String reason = "skipped: " + obstacle
                    + ". The tests of the window need one, such as that of: xvfb-run -a mvn verify; .ci/run brings its own.";
            System.out.println(
                    context.getDisplayName() + " is " + reason); // Surefire shows the number of skipped tests alone
            return ConditionEvaluationResult.disabled(reason);
        }

        private static String obstacle() {
            try {
                if (GraphicsEnvironment.isHeadless()) {
                    return "there is no display";
                }
                GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
                return "";
            } catch (AWTError | LinkageError e) {
                return "the display cannot be used (" + e.getMessage() + ")";
            }
        }
    }
}
