package org.physgrad.visuals.relief;

import org.osgi.annotation.versioning.ConsumerType;
import org.physgrad.visuals.paint.Painter;

/** A painter whose camera can be moved. */
@ConsumerType
public interface CameraPainter extends Painter {

    /**
     * Tells from where it paints.
     *
     * @return the camera
     */
    Camera camera();

    /**
     * Paints from elsewhere from now on.
     *
     * @param from the camera
     */
    void look(Camera from);
}
