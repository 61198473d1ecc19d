package org.pingyi.intake.ballot;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.pingyi.PingyiApplication;
import org.pingyi.storm.NoTestClasses;

import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The application with its promise broken, for the positive control of the storm: it
 * acknowledges ballots a moment before it commits them.
 */
public final class HastyApplication {

	private HastyApplication() {
	}

	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(PingyiApplication.class);
		application.addInitializers((context) -> {
			NoTestClasses.in(context.getBeanFactory());
			((GenericApplicationContext) context).registerBean(HastyCommit.class,
					(definition) -> definition.setPrimary(true));
		});
		application.run(args);
	}

	/** Answers first and writes later. */
	static final class HastyCommit extends GroupCommit {

		private final Executor later = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

		HastyCommit(BallotInsertImpl ballots, PlatformTransactionManager transactions) {
			super(ballots, transactions);
		}

		@Override
		WriteResult take(List<SignedBallot> ballots) {
			this.later.execute(() -> super.take(ballots));
			return WriteResult.ALL;
		}

	}

}
