package org.physgrad.visual.jzy3d;

import org.physgrad.api.visual.Visual;
import org.physgrad.testkit.VisualContract;
import org.physgrad.visuals.colour.ColourMap;
import org.physgrad.visuals.colour.Colours;
import org.physgrad.visuals.relief.Camera;

class Jzy3dContractTest extends VisualContract {

    @Override
    protected Visual visual() {
        return new Jzy3dSurfaceVisual(new Colours(ColourMap.viridis, ColourMap.coolwarm), Camera.ofDegrees(-37, 34));
    }
}
