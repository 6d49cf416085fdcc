package {{package}};

import org.physgrad.api.visual.Visual;
import org.physgrad.testkit.VisualContract;

/** Every clause of the contract of visuals is a test; none needs a display. */
class {{class}}Test extends VisualContract {

    @Override
    protected Visual visual() {
        return new {{class}}("#0969DA");
    }
}
