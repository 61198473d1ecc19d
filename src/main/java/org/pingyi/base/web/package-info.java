/** Page frames, form parts, files, errors; knows no business. */
@ApplicationModule(id = "web", allowedDependencies = {})
@NullMarked
package org.pingyi.base.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
