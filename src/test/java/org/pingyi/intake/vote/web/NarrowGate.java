package org.pingyi.intake.vote.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.pingyi.PingyiTest;
import org.pingyi.intake.vote.SqlLog;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * A test of the citizens' entrance where few are let in, behind proxies of the city's
 * own, with an identity provider beside it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PingyiTest
@Import({ SqlLog.class, StandInProvider.class })
@TestPropertySource(properties = { "pingyi.web.proxies=10.0.0.0/8", "pingyi.vote.sms-per-hour=50",
		"pingyi.vote.limits.codes-per-address=5", "pingyi.vote.limits.passes-per-address=6",
		"pingyi.vote.limits.passes-per-device=4", "pingyi.vote.limits.receipts-per-address=4",
		"pingyi.vote.limits.plain-per-address=2", "pingyi.vote.limits.plain-in-all=3" })
@interface NarrowGate {

}
