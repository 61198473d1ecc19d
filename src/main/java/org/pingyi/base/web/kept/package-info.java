/**
 * What is made once and sent many times: its bytes, their headers, and pages drawn
 * without a request.
 */
@NamedInterface("kept")
@NullMarked
package org.pingyi.base.web.kept;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
