package org.pingyi.base.account.password;

import java.util.stream.Stream;

import org.passay.data.CharacterSequence;
import org.passay.data.SequenceData;

/**
 * Ways over the keyboard that fingers find by themselves: rows, columns and both at once,
 * plain and with the shift key, and the alphabet. They may be walked from either end.
 */
final class KeyboardWalks implements SequenceData {

	private static final CharacterSequence[] WALKS = Stream
		.of(new CharacterSequence("1234567890-=", "!@#$%^&*()_+"), new CharacterSequence("0123456789"),
				new CharacterSequence("qwertyuiop[]"), new CharacterSequence("asdfghjkl;'"),
				new CharacterSequence("zxcvbnm,./"), new CharacterSequence("qazwsxedcrfvtgbyhnujm"),
				new CharacterSequence("1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "!qaz@wsx#edc$rfv%tgb^yhn&ujm*ik(ol)p"),
				new CharacterSequence("1q2w3e4r5t6y7u8i9o0p", "!q@w#e$r%t^y&u*i(o)p"),
				new CharacterSequence("q1w2e3r4t5y6u7i8o9p0"), new CharacterSequence("abcdefghijklmnopqrstuvwxyz"))
		.toArray(CharacterSequence[]::new);

	@Override
	public String getErrorCode() {
		return "KEYBOARD_WALK";
	}

	@Override
	public CharacterSequence[] getSequences() {
		return WALKS.clone();
	}

}
