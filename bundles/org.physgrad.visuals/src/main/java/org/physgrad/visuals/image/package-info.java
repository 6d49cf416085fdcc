/** The visual {@code image}. */
package org.physgrad.visuals.image;
