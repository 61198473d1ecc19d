package org.pingyi;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

import org.pingyi.base.startup.PackedJar;
import org.pingyi.base.startup.StartupCheck;
import org.pingyi.verify.Command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Starts Pingyi, the yearly appraisal of a city's agencies. */
@SpringBootApplication
@EnableScheduling
public class PingyiApplication {

	private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

	public static void main(String[] args) {
		if (args.length > 0 && args[0].equals("verify")) {
			// An auditor's machine has neither a database nor secrets: nothing else
			// starts.
			System.exit(Command.run(List.of(args).subList(1, args.length), console()));
		}
		application().run(args);
	}

	static SpringApplication application() {
		SpringApplication application = new SpringApplication(PingyiApplication.class);
		application.addListeners(new StartupCheck(), new PackedJar(PingyiApplication.class));
		return application;
	}

	/** The terminal, in its own coding if that can write Chinese. */
	private static PrintStream console() {
		boolean chinese = System.out.charset().newEncoder().canEncode('评');
		return chinese ? System.out
				: new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
	}

	/** The city's time; the sample city and tests bring a clock of their own. */
	@Bean
	@Fallback
	Clock clock() {
		return Clock.system(CITY);
	}

	/**
	 * Keeps every schedule on a thread of its own: one that waits for the database or for
	 * a gateway must not hold up the others.
	 */
	@Bean
	ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder threads) {
		return threads.build();
	}

}
