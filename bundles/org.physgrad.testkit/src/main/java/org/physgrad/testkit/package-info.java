/** Tests for authors of plug-ins: one abstract class per contract. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.physgrad.testkit;
