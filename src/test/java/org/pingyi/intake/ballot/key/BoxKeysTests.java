package org.pingyi.intake.ballot.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.pingyi.TestClock;
import org.pingyi.base.secret.CipherSuite;
import org.pingyi.base.secret.Keys;
import org.pingyi.base.secret.Pseudonyms;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

/** What those who vote pay while a key cannot be made: next to nothing. */
@ExtendWith(OutputCaptureExtension.class)
class BoxKeysTests {

	private static final Duration SPAN = Duration.ofHours(2);

	private static final int BALLOTS = 1_000;

	private final TestClock clock = new TestClock();

	private final Keys keys = mock(Keys.class);

	private final BoxKeys boxes = new BoxKeys(this.keys,
			new Pseudonyms("a-secret-of-the-tests-that-is-long-enough", CipherSuite.INTERNATIONAL),
			CipherSuite.INTERNATIONAL, this.clock, SPAN);

	private BoxKey first;

	@BeforeEach
	void losesADirectory() {
		given(this.keys.create(anyString())).willReturn(new byte[32]);
		this.first = this.boxes.current();
		given(this.keys.inUse("box-")).willReturn(Set.of(BoxKey.name(this.first.number())));
		given(this.keys.create(anyString())).willThrow(new UncheckedIOException(new IOException("lost")));
		this.clock.advance(SPAN);
	}

	@Test
	void triesToMakeAKeyTwiceAMinuteHoweverManyVote(CapturedOutput output) {
		vote();
		attempted(1 + 1);
		this.clock.advance(Duration.ofSeconds(29));
		vote();
		attempted(1 + 1);
		this.clock.advance(Duration.ofSeconds(1));
		vote();
		attempted(1 + 2);
		assertThat(output).containsOnlyOnce("cannot be made");
	}

	@Test
	void refusesForTheSameReasonWhileThereIsNoKeyAtAll() {
		given(this.keys.inUse("box-")).willReturn(Set.of());
		this.boxes.forget();
		for (int ballot = 0; ballot < BALLOTS; ballot++) {
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(this.boxes::current);
		}
		attempted(1 + 1);
	}

	@Test
	void goesOverToTheNewKeyOnceItCanBeMade() {
		vote();
		willReturn(new byte[32]).given(this.keys).create(anyString());
		this.clock.advance(Duration.ofSeconds(30));
		assertThat(this.boxes.current().number()).isEqualTo(this.first.number() + 1);
		assertThat(this.boxes.find(this.first.number())).contains(this.first);
	}

	/** Another node may have made it, and this one can read it. */
	@Test
	void goesOnUnderTheNewestKeyThatItCanRead() {
		int later = this.first.number() + 5;
		given(this.keys.inUse("box-")).willReturn(Set.of(BoxKey.name(this.first.number()), BoxKey.name(later)));
		given(this.keys.find(BoxKey.name(later))).willReturn(Optional.of(new byte[32]));
		assertThat(this.boxes.current().number()).isEqualTo(later);
	}

	private void vote() {
		for (int ballot = 0; ballot < BALLOTS; ballot++) {
			assertThat(this.boxes.current()).isSameAs(this.first);
		}
	}

	private void attempted(int times) {
		then(this.keys).should(times(times)).create(anyString());
	}

}
