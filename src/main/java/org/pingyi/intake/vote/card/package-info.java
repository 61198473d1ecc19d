/** Printed codes on cards, made in batches. */
@NamedInterface("card")
@NullMarked
package org.pingyi.intake.vote.card;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
