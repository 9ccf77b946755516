package org.citebot.telegram.text;

import org.citebot.telegram.text.Keyboard.Button;

/** What a button can stand for. */
public interface Pressable {

    /** What the button brings back, as {@link ButtonData} writes it. */
    String data();

    default Button button(String label) {
        return new Button(label, data());
    }
}
