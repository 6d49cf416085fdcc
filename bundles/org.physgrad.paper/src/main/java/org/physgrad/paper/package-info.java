/** The claims of the paper "Physical Gradients for Deep Learning", measured again. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.physgrad.paper;
