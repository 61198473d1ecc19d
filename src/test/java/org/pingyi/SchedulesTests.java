package org.pingyi;

import org.junit.jupiter.api.Test;

import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each schedule keeps its time, whatever the others wait for. */
@PingyiTest
@TestPropertySource(properties = { "pingyi.vote.scheduled=true", "pingyi.sealing.scheduled=true",
		"pingyi.publication.scheduled=true" })
class SchedulesTests {

	private final ScheduledAnnotationBeanPostProcessor schedules;

	private final ThreadPoolTaskScheduler threads;

	SchedulesTests(ScheduledAnnotationBeanPostProcessor schedules, ThreadPoolTaskScheduler threads) {
		this.schedules = schedules;
		this.threads = threads;
	}

	@Test
	void haveAThreadEach() {
		assertThat(this.schedules.getScheduledTasks()).extracting(Object::toString)
			.anyMatch((task) -> task.contains("StalledConnectionWatchdog"))
			.anyMatch((task) -> task.contains("SealingSchedule"))
			.anyMatch((task) -> task.contains("VoteSchedule"))
			.hasSizeLessThanOrEqualTo(this.threads.getScheduledThreadPoolExecutor().getCorePoolSize());
	}

}
