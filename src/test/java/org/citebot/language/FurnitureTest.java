package org.citebot.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FurnitureTest {

    private final Furniture furniture = new Furniture();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "24",
                "0 / 24",
                "***",
                "….",
                "1.2K shares",
                "Share",
                "Share this article",
                "Share on Facebook",
                "Facebook Twitter WhatsApp",
                "No comments",
                "5 min read",
                "Read more",
                "READ MORE »",
                "Read more: Minister resigns after scandal",
                "Related: The long road to peace",
                "Related articles",
                "You may also like",
                "Most popular",
                "Sign up for our newsletter",
                "Subscribe to our daily briefing!",
                "Follow us on Telegram",
                "Follow us",
                "We use cookies to improve your experience.",
                "By continuing to browse you agree to our use of cookies.",
                "Accept all cookies",
                "Advertisement",
                "Story continues below advertisement",
                "Getty Images",
                "AFP via Getty Images",
                "John Smith/Getty Images",
                "REUTERS/Maxim Shemetov",
                "AP Photo/Evan Vucci",
                "(Photo by Jane Doe/Getty Images)",
                "Photo: Ministry of Defence",
                "Image credit: Jane Doe",
                "By Jane Doe",
                "By Jane Doe and John Smith",
                "Published Jan 29, 2024 at 10:00 AM EST",
                "Last updated: 29 January 2024",
                "January 29, 2024",
                "© 2024 The Daily Paper. All rights reserved.",
                "Поделиться",
                "Поделиться в Facebook",
                "Читать далее",
                "Читайте также: Новый указ президента",
                "Подписывайтесь на наш канал в Telegram",
                "Реклама",
                "Фото: РИА Новости",
                "Опубликовано: 12 марта 2024 г.",
                "Мы используем файлы cookie для улучшения сайта.",
                "Читайте також",
                "Підписуйтесь на наш канал",
                "Фото: Укрінформ",
                "Чытайце таксама: Новы закон",
                "Падзяліцца",
                "Рэклама",
                "Czytaj więcej",
                "Czytaj też: Nowa ustawa",
                "Udostępnij na Facebooku",
                "Fot. PAP",
                "Ta strona używa plików cookie, aby działać lepiej.",
                "Materiał sponsorowany",
            })
    void knowsWhatStandsAroundAnArticle(String piece) {
        assertThat(furniture.isFurniture(piece)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Read more books, the minister said.",
                "Share prices fell by 3 percent on Monday.",
                "Getty Images said on Friday that it would sue the company.",
                "Reuters reported that the talks had failed.",
                "Photos of the minister were leaked to the press.",
                "Follow us into battle, the commander told his men.",
                "We use cookies as bait, the fisherman explained.",
                "Advertisement revenue fell by a third.",
                "By Monday the army had crossed the river.",
                "Published in 2010 and translated into 12 languages, the book made her famous.",
                "Updated rules came into force on 1 May 2024.",
                "Sign up for the army, posters demanded in 1914.",
                "Comments by the minister angered 24 members.",
                "Related costs rose to 5 million euros.",
                "President A (left) and President B (right) at a session in Minsk on January 29, 2024",
                "May 9, 1945 was the day of victory.",
                "In 2024",
                "Minsk",
                "Реклама сигарет была запрещена в 2013 году.",
                "Фото президента опубликовали все газеты.",
                "Опубликовано 12 книг этого автора.",
                "Поделиться опытом приехали врачи из Минска.",
                "Читать далее этот роман она не стала.",
                "Реклама тютюну заборонена законом.",
                "Рэклама на тэлебачанні каштуе дорага.",
                "Reklama w telewizji kosztuje dużo.",
                "Polecamy się pamięci, powiedział minister.",
            })
    void leavesSentencesAlone(String piece) {
        assertThat(furniture.isFurniture(piece)).isFalse();
    }

    @Test
    void isNotSlowedDownByHostileText() {
        String capitals = "Aa ".repeat(130) + "!";
        String credits = "Photo by " + "A/B ".repeat(80) + ")";
        String dates = "Published " + "12 ".repeat(120) + "x";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 20; i++) {
                assertThat(furniture.isFurniture(capitals)).isFalse();
                assertThat(furniture.isFurniture(dates)).isFalse();
                furniture.isFurniture(credits);
            }
        });
    }
}
