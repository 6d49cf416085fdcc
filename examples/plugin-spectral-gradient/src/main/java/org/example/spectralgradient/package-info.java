/** An inverse solver with bounds: projected gradients with spectral step sizes. */
package org.example.spectralgradient;
