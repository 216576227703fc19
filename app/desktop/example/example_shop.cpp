// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/example/example_shop.h"

#include "app/desktop/example/example_desk.h"
#include "models/catalog/barcode.h"

namespace crema::desktop {

namespace {

struct Example {
    int category;
    const char *name;
    std::int64_t priceMinor;
    std::int64_t onHand;
    const char *size = ""; ///< of several; empty: the only variant
};

constexpr const char *categories[] = {"Espresso bar", "Cold and tea", "Bakery",    "Beans",
                                      "Gear",         "Pantry",       "Gift cards"};

constexpr Example examples[] = {
    {0, "Espresso", 260, 40},
    {0, "Double espresso", 300, 40},
    {0, "Macchiato", 300, 40},
    {0, "Cortado", 340, 40},
    {0, "Flat white", 380, 40},
    {0, "Cappuccino", 380, 40},
    {0, "Latte", 410, 40},
    {0, "Mocha", 450, 40},
    {0, "Americano", 320, 40},
    {0, "Batch brew", 320, 40},
    {0, "Pour-over of the day", 480, 40},
    {1, "Cold brew", 460, 40},
    {1, "Iced latte", 460, 40},
    {1, "Espresso tonic", 520, 40},
    {1, "Chai latte", 440, 40},
    {1, "Matcha latte", 490, 40},
    {1, "Hot chocolate", 420, 40},
    {1, "Peppermint tea", 340, 40},
    {2, "Butter croissant", 290, 40},
    {2, "Almond croissant", 390, 3},
    {2, "Cinnamon bun", 360, 40},
    {2, "Banana bread", 340, 1},
    {2, "Carrot cake", 420, 40},
    {2, "Oat cookie", 240, 40},
    {3, "Harbour Espresso", 1150, 40, "250 g"},
    {3, "Guji Natural", 1450, 40, "250 g"},
    {3, "Night Ferry 250 g", 1090, 40},
    {3, "Skylark Filter 250 g", 1250, 40},
    {3, "Decaf Drift 250 g", 1290, 2},
    {3, "Harbour Espresso", 3990, 40, "1 kg"},
    {3, "Guji Natural", 5200, 40, "1 kg"},
    {4, "Paper filters 02", 620, 40},
    {4, "Paper filters 04", 690, 40},
    {4, "Dripper 02, glass", 2900, 40},
    {4, "Hand grinder, steel burrs", 8900, 40},
    {4, "Kettle 0.9 l, gooseneck, variable temperature", 12900, 40},
    {4, "Scale 0.1 g", 4900, 40},
    {4, "Tamper 58 mm", 3900, 40},
    {4, "Milk jug 350 ml", 1990, 40},
    {4, "Cup, stoneware 180 ml", 1450, 40},
    {4, "Storage tin 500 g", 1850, 40},
    {5, "Oat milk 1 l", 320, 40},
    {5, "Sparkling water", 280, 40},
    {5, "Apple juice", 340, 40},
    {5, "Ginger lemonade", 390, 40},
    {5, "Tonic water", 290, 40},
    {4, "Moka pot, 3 cups", 3400, 40},
    {5, "Tasting flight", 950, 40},
    {6, "Gift card €10", 1000, 40},
    {6, "Gift card €25", 2500, 40},
    {6, "Gift card €50", 5000, 40},
};

/// A number of the shop's own range with its check digit.
QString barcodeOf(std::int64_t number)
{
    const QString digits = QString::number(400638100000 + number);
    return digits + QString::number(gtinCheckDigit(digits));
}

/// What the catalog has besides: several variants, long names, no price, no barcode, out of use.
void addSpecialities(ExampleDesk &desk)
{
    constexpr int beans = 3;
    constexpr int gear = 4;
    desk.addProduct(QStringLiteral("Nyeri AA"), QStringLiteral("KE-NYE-250-WB"), barcodeOf(801), 1650, beans, 84);
    desk.nameOption(QStringLiteral("250 g · whole bean"));
    desk.describe(
        QStringLiteral("Larkmoor Roastery"),
        QStringLiteral("Washed at Gichathaini, dried on raised beds. Blackcurrant, grapefruit and brown sugar; "
                       "roasted light for filter on Tuesdays and Fridays."));
    desk.addVariant(QStringLiteral("Nyeri AA"), QStringLiteral("250 g · filter"), QStringLiteral("KE-NYE-250-FI"),
                    barcodeOf(802), 1650, -1, 3);
    desk.addVariant(QStringLiteral("Nyeri AA"), QStringLiteral("1 kg · whole bean"), QStringLiteral("KE-NYE-1000-WB"),
                    barcodeOf(803), 5900, -1, 18);
    desk.addProduct(QStringLiteral("Advent box: twenty-four small coffees from twelve roasteries, with tasting cards"),
                    QStringLiteral("BOX-ADV"), barcodeOf(811), 7900, beans, 12);
    desk.addProduct(QStringLiteral("Huila Washed"), QStringLiteral("CO-HUI-250-WB"), {}, 1350, beans, 45);
    desk.nameOption(QStringLiteral("250 g · whole bean"));
    desk.addVariant(QStringLiteral("Huila Washed"), QStringLiteral("250 g · filter"), QStringLiteral("CO-HUI-250-FI"),
                    {}, -1, -1, 0);
    desk.addProduct(QStringLiteral("Shop apron, linen"), QStringLiteral("APR-S"), barcodeOf(821), 3900, gear, 6);
    desk.nameOption(QStringLiteral("S"));
    desk.addVariant(QStringLiteral("Shop apron, linen"), QStringLiteral("M"), QStringLiteral("APR-M"), barcodeOf(822),
                    3900, -1, 9);
    desk.addVariant(QStringLiteral("Shop apron, linen"), QStringLiteral("L"), QStringLiteral("APR-L"), barcodeOf(823),
                    3900, -1, 2);
    desk.addProduct(QStringLiteral("Moka pot, six cups"), QStringLiteral("MOKA-6"), {}, -1, gear, 4);
    desk.addProduct(QStringLiteral("Summer blend 2025"), QStringLiteral("SUM-25"), barcodeOf(831), 1190, beans, 0);
    desk.archive();
}

} // namespace

void fillExampleShop(ExampleDesk &desk)
{
    for (const char *category : categories)
        desk.addCategory(QString::fromUtf8(category));
    std::int64_t number = 0;
    for (const Example &example : examples) {
        ++number;
        const QString name = QString::fromUtf8(example.name);
        const QString size = QString::fromUtf8(example.size);
        const QString sku = QStringLiteral("LC-%1").arg(number, 3, 10, QLatin1Char('0'));
        const QString barcode = barcodeOf(number);
        if (size.isEmpty())
            desk.addProduct(name, sku, barcode, example.priceMinor, example.category, example.onHand);
        else
            desk.addVariant(name, size, sku, barcode, example.priceMinor, example.category, example.onHand);
    }
    addSpecialities(desk);
}

} // namespace crema::desktop
