/** The plug-in {{type}} for PhysGrad. */
package {{package}};
