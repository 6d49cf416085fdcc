/** The examples of a run: drawn by the problem, or out of files, which are checked before. For the engine alone. */
package org.physgrad.engine.data;
