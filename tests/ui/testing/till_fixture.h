// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/example/example_printing.h"
#include "app/desktop/example/memory_preferences.h"
#include "tests/testing/fixed_clock.h"
#include "tests/ui/testing/memory_desk.h"
#include "ui/presenters/shop_presenters.h"

namespace crema::testing {

/// A small coffee bar: five products in two categories.
inline void fillBar(MemoryDesk &desk)
{
    desk.addCategory(QStringLiteral("Espresso bar"));
    desk.addCategory(QStringLiteral("Beans"));
    desk.addProduct(QStringLiteral("Flat white"), QStringLiteral("FW"), QStringLiteral("4006381333931"), 380, 0);
    desk.addProduct(QStringLiteral("Café crème"), QStringLiteral("CC"), QStringLiteral("96385074"), 340, 0);
    desk.addProduct(QStringLiteral("Guji Natural 250 g"), QStringLiteral("GUJI-250"), QStringLiteral("5901234123457"),
                    1450, 1, 2);
    desk.addProduct(QStringLiteral("House blend 1 kg"), QStringLiteral("HOUSE-1000"), QStringLiteral("4012345678901"),
                    2490, 1);
    desk.addProduct(QStringLiteral("Mystery jar"), QStringLiteral("JAR"), QStringLiteral("7351353000000"), -1);
}

/// Desk, clock and presenters, ready to sell.
struct Till {
    explicit Till(const QLocale &locale = QLocale(QLocale::English, QLocale::Ireland))
        : shop(desk, clock, preferences, locale, {&printDesk, &printer, {}}), presenter(shop.till)
    {
        fillBar(desk);
        desk.openStore(true, true);
        shop.start();
        clock.advance(1000);
    }

    MemoryDesk desk;
    FixedClock clock;
    desktop::MemoryPreferences preferences;
    desktop::ExamplePrintDesk printDesk;
    desktop::ExamplePrinter printer; ///< prints nothing until it is set
    ShopPresenters shop;
    TillPresenter &presenter;
};

/// Another program over the same store, as after a kill.
struct Restarted {
    explicit Restarted(Till &before) : shop(before.desk, before.clock, before.preferences, locale) { shop.start(); }

    QLocale locale{QLocale::English, QLocale::Ireland};
    ShopPresenters shop;
};

/// The sales that wait for every till of the place.
inline QList<sync::ParkedCartView> waiting(Till &till)
{
    QList<sync::ParkedCartView> carts;
    till.desk.parkedCarts().then([&carts](const auto &found) { carts = *found; });
    return carts;
}

} // namespace crema::testing
