/** Colour maps. */
package org.physgrad.visuals.colour;
