/** Networks that answer "which cause has this effect?": a U-Net for fields, a perceptron for vectors, and the layer DL4J lacks for them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.physgrad.networks;
