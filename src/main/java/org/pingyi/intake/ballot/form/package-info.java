/** The forms of channels, and when a filled sheet is valid. */
@NamedInterface("form")
@NullMarked
package org.pingyi.intake.ballot.form;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
