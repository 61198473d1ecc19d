package org.pingyi.intake.vote;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.pingyi.PingyiTest;
import org.pingyi.base.message.SmsOrders;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleOpened;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** No year opens whose citizens would wait for codes that nobody sends. */
@PingyiTest
class PhoneWayTests {

	private final VoteSettings settings;

	private final SmsOrders messages;

	private final Cycles cycles;

	private final Schemes schemes;

	private final CycleSamples samples;

	private final ConfigurableApplicationContext context;

	PhoneWayTests(VoteSettings settings, SmsOrders messages, Cycles cycles, Schemes schemes, CycleSamples samples,
			ConfigurableApplicationContext context) {
		this.settings = settings;
		this.messages = messages;
		this.cycles = cycles;
		this.schemes = schemes;
		this.samples = samples;
		this.context = context;
	}

	@Test
	void keepsAYearAnnouncedWhileThereIsNoGateway() {
		Cycle cycle = this.samples.announced();
		PhoneWay without = withoutGateway(this.settings);
		ApplicationListener<PayloadApplicationEvent<CycleOpened>> listener = new ApplicationListener<>() {

			@Override
			public void onApplicationEvent(PayloadApplicationEvent<CycleOpened> event) {
				without.onOpened(event.getPayload());
			}

		};
		this.context.addApplicationListener(listener);
		try {
			assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.samples.open(cycle))
				.extracting(Refusal::key)
				.isEqualTo("vote.noGateway");
		}
		finally {
			this.context.removeApplicationListener(listener);
		}
		assertThat(this.cycles.byId(cycle.id()).phase()).isEqualTo(Phase.ANNOUNCED);
		assertThat(this.samples.open(cycle).phase()).isEqualTo(Phase.OPENED);
	}

	@Test
	void asksForNoGatewayWhereNobodyVotesByPhone() {
		CycleOpened opened = new CycleOpened(this.samples.opened().id());
		VoteSettings printed = new VoteSettings(Set.of(Way.CODE), this.settings.rightsPerDevice(),
				this.settings.limits(), this.settings.work());
		assertThatNoException().isThrownBy(() -> withoutGateway(printed).onOpened(opened));
		assertThatNoException()
			.isThrownBy(() -> new PhoneWay(this.settings, this.messages, this.cycles, this.schemes).onOpened(opened));
	}

	private PhoneWay withoutGateway(VoteSettings settings) {
		return new PhoneWay(settings, Mockito.mock(SmsOrders.class), this.cycles, this.schemes);
	}

}
