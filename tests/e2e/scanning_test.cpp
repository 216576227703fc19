// SPDX-License-Identifier: GPL-3.0-or-later
// "Slow or deaf till" (product.md, failure 9): the real window over 100,000 products with 300,000 barcodes, while a
// sync writes. Scans come as a wedge sends them, through the display.
#include "tests/e2e/demo_till.h"
#include "tests/e2e/desktop_pane.h"
#include "tests/e2e/large_catalog.h"

#include <QDir>
#include <QElapsedTimer>
#include <QThread>

namespace crema::e2e {
namespace {

using namespace Qt::StringLiterals;

constexpr int products = 100'000; ///< three barcodes each
constexpr int renamed = 20'000;
constexpr int loadMs = 300'000;
constexpr int scansInABurst = 40;
constexpr int burstMs = 20'000;

// Prices by which the total tells how many of each were sold, as long as there are less than forty of each.
const ScannedArticle one{u"Scanned one"_s, u"4006381333931"_s, 1};
const ScannedArticle other{u"Scanned other"_s, u"5901234123457"_s, 40};
const ScannedArticle third{u"Scanned third"_s, u"0036000291452"_s, 1'600}; ///< an EAN-13
const QString upc = u"036000291452"_s;                                     ///< the same as UPC-A

/// The items that are expected in the cart.
struct Expected {
    int ones = 0;
    int others = 0;
    int thirds = 0;

    Expected &operator+=(const Expected &more)
    {
        ones += more.ones;
        others += more.others;
        thirds += more.thirds;
        return *this;
    }
    [[nodiscard]] qint64 minor() const
    {
        return ones * one.priceMinor + others * other.priceMinor + thirds * third.priceMinor;
    }
    /// As the button says it.
    [[nodiscard]] QString pay() const
    {
        return u"Pay %1.%2"_s.arg(minor() / 100).arg(minor() % 100, 2, 10, QLatin1Char('0'));
    }
};

/// One scan as steps of xdotool: the characters 4 ms apart, then a key.
QStringList scanOf(const QString &code, const QString &end = u"Return"_s)
{
    QStringList steps;
    const QStringList parts = code.split(u'\u001d');
    for (qsizetype part = 0; part < parts.size(); ++part) {
        if (part > 0)
            steps << u"key"_s << u"--delay"_s << u"4"_s << u"ctrl+bracketright"_s;
        steps << u"type"_s << u"--args"_s << u"1"_s << u"--delay"_s << u"4"_s << parts.at(part);
    }
    if (!end.isEmpty())
        steps << u"key"_s << end;
    return steps;
}

QStringList press(const QString &key)
{
    return {u"key"_s, u"--clearmodifiers"_s, key, u"sleep"_s, u"0.15"_s};
}

/// What a scanner sends, and what it is.
struct Scan {
    QStringList steps;
    Expected items;
};

QList<Scan> scans()
{
    const QString gs1 = u"010400638133393110A12\u001d172612012177"_s;
    return {{scanOf(one.barcode), {1, 0, 0}},
            {scanOf(other.barcode, u"Tab"_s), {0, 1, 0}},
            {scanOf(upc), {0, 0, 1}},
            {scanOf(u"]E0"_s + one.barcode), {1, 0, 0}},
            {scanOf(u"]C1"_s + gs1), {1, 0, 0}},
            {scanOf(third.barcode), {0, 0, 1}},
            {scanOf(gs1), {1, 0, 0}},
            {scanOf(other.barcode) + scanOf(upc), {0, 1, 1}}}; // two in one burst
}

/// Where a person may be when the hand is faster than the eye; the scan leads to the till from everywhere.
QList<QStringList> places()
{
    return {{},
            press(u"F2"_s),
            press(u"alt+2"_s),
            press(u"ctrl+shift+d"_s),
            press(u"ctrl+comma"_s),
            press(u"ctrl+shift+k"_s) + press(u"F2"_s),
            press(u"F3"_s) + press(u"Escape"_s),
            press(u"F1"_s) + press(u"Escape"_s),
            press(u"ctrl+shift+a"_s) + press(u"Tab"_s)};
}

class ScanningTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        if (!DesktopPane::isPossible())
            GTEST_SKIP() << "Xvfb, xdotool, dbus-daemon or at-spi2-core is not installed";
        m_platform = std::make_unique<PlatformProcess>(m_folder.path());
        ASSERT_TRUE(m_platform->start());
        ASSERT_TRUE(feedLargeCatalog(*m_platform, products, {one, other, third}));
        m_till = std::make_unique<Device>(m_folder.filePath(u"till"_s));
        ASSERT_TRUE(m_till->enrol(*m_platform));
        const Finished loaded = m_till->run(words("sync run --wait --timeout 290"), loadMs);
        ASSERT_EQ(loaded.exitCode, 0) << loaded.err.constData();
        ASSERT_EQ(m_till->run(words("shift open --float 10000")).exitCode, 0);
        const QString desk = m_folder.filePath(u"desk"_s);
        QDir().mkpath(desk);
        m_window = std::make_unique<DesktopPane>(desk);
        ASSERT_TRUE(m_window->start(m_till->environment())) << m_window->screen();
        ASSERT_TRUE(m_window->shows(u"Cinnamon knot, 3.20"_s)) << m_window->screen();
    }

    void scan(const QString &code, const QString &end = u"Return"_s) const { m_window->send(scanOf(code, end)); }

    /// Forty scans, each code at each place in the course of them, with nothing waited for in between.
    Expected burst() const
    {
        // Longer than what makes one read of the same code (WedgeLimits::sameCodeMs), however fast it is typed.
        const QStringList betweenScans{u"sleep"_s, u"0.32"_s};
        const QList<QStringList> everyPlace = places();
        const QList<Scan> everyScan = scans();
        Expected expected;
        QStringList steps;
        for (int number = 0; number < scansInABurst; ++number) {
            const Scan &now = everyScan.at((number + number / everyPlace.size()) % everyScan.size());
            steps += everyPlace.at(number % everyPlace.size()) + now.steps + betweenScans;
            expected += now.items;
        }
        QElapsedTimer timer;
        timer.start();
        m_window->send(steps);
        EXPECT_LT(timer.elapsed(), 2 * burstMs) << "else the scans came too slowly to prove anything";
        RecordProperty("burst_ms", static_cast<int>(timer.elapsed()));
        return expected;
    }

    /// What the store of the till has; search is put aside while many products change.
    QString nameOf(int number) const
    {
        return m_till->run({u"product"_s, u"show"_s, u"LARGE-%1"_s.arg(number), u"--json"_s})
            .json()
            .value(u"name"_s)
            .toString();
    }

    void refusePartsAndStrangers(Expected &cart) const
    {
        // Half a code, then the whole one.
        scan(one.barcode.left(9), {});
        EXPECT_TRUE(m_window->shows(u"Only a part of a code came"_s)) << m_window->screen();
        scan(one.barcode);
        cart += {1, 0, 0};
        EXPECT_TRUE(m_window->shows(cart.pay())) << m_window->screen();
        scan(u"7622210000019"_s);
        EXPECT_TRUE(m_window->shows(u"7622210000019"_s)) << m_window->screen();
        m_window->send(press(u"Escape"_s));
    }

    /// Nothing of a code comes into the field that has the focus; the till says that it was not taken.
    void refuseInField(const char *field, const QString &said) const
    {
        ASSERT_TRUE(m_window->hasFocusOn(QString::fromLatin1(field))) << m_window->screen();
        const QString before = m_window->typed();
        scan(other.barcode);
        EXPECT_TRUE(m_window->shows(said)) << m_window->screen();
        EXPECT_EQ(m_window->typed(), before) << field;
    }

    /// In a dialog that opens just now a code is taken or refused; in one that is open it is refused.
    void scanIntoADialog(Expected &cart) const
    {
        m_window->send(QStringList{u"key"_s, u"alt+m"_s} + scanOf(third.barcode));
        ASSERT_TRUE(m_window->hasFocusOn(u"How much"_s)) << m_window->screen();
        Expected more = cart;
        more += {0, 0, 1};
        EXPECT_TRUE(m_window->showsOneOf({u"the code %1 was not taken"_s.arg(third.barcode), more.pay()}))
            << m_window->screen();
        if (!m_window->showsNow({u"the code %1 was not taken"_s.arg(third.barcode)}))
            cart = more;
        EXPECT_EQ(m_window->typed(), QString()) << "an amount of money is what a person types";
        refuseInField("How much", u"the code %1 was not taken"_s.arg(other.barcode));
        m_window->send(press(u"Escape"_s));
        m_window->takeKeysBack();
        EXPECT_TRUE(m_window->shows(cart.pay())) << m_window->screen();
    }

    void scanBesideACart() const
    {
        m_window->send(press(u"F4"_s));
        refuseInField("How much", u"Something is asked beside the cart, so the code was not taken."_s);
        m_window->send(press(u"Escape"_s));
    }

    /// While money is taken a code is none; the sale that is saved then has what was scanned, piece by piece.
    void pay(const Expected &cart) const
    {
        m_window->keys({u"F12"_s});
        refuseInField("Cash received", u"A payment is under way, so nothing was added."_s);
        // Any sooner it would be the second half of a double press (TillPresenter::doublePressMs).
        QThread::msleep(500);
        m_window->keys({u"F12"_s});
        ASSERT_TRUE(m_window->shows(u"is saved."_s)) << m_window->screen();
        const QJsonArray sales = m_till->items(words("sale list"));
        const auto own = std::find_if(sales.begin(), sales.end(), [&](const QJsonValue &sale) {
            return sale.toObject().value(u"total"_s).toObject().value(u"minor"_s).toInteger() == cart.minor();
        });
        ASSERT_NE(own, sales.end()) << "the total is another one";
        const QJsonArray lines = own->toObject().value(u"lines"_s).toArray();
        QMap<QString, qint64> units;
        for (const QJsonValue &line : lines)
            units[line.toObject().value(u"name"_s).toString()] += line.toObject().value(u"quantity"_s).toInteger();
        EXPECT_EQ(units,
                  (QMap<QString, qint64>{{one.name, cart.ones}, {other.name, cart.others}, {third.name, cart.thirds}}));
    }

    /// A locked till takes no code, neither for a PIN nor into a password: with a digit of it nobody would come in.
    void scanIntoALockedTill() const
    {
        m_window->keys({u"ctrl+shift+l"_s});
        ASSERT_TRUE(m_window->shows(u"This till is locked"_s)) << m_window->screen();
        scan(one.barcode);
        EXPECT_TRUE(m_window->shows(u"The till is locked, so the code was not taken."_s)) << m_window->screen();
        EXPECT_TRUE(m_window->showsNow({u"0 digits of the PIN"_s})) << m_window->screen();
        ASSERT_TRUE(m_window->click(u"Use mail and password"_s)) << m_window->screen();
        ASSERT_TRUE(m_window->hasFocusOn(u"Mail address"_s)) << m_window->screen();
        ASSERT_TRUE(m_window->fill(u"mia@lumenloam.example"_s)) << m_window->screen();
        m_window->keys({u"Tab"_s});
        ASSERT_TRUE(m_window->hasFocusOn(u"Password"_s)) << m_window->screen();
        m_window->fillSecret(u"demo-manager-mia"_s);
        m_window->keys({u"End"_s}); // nobody types so fast, and what follows is no part of it
        scan(other.barcode);
        m_window->keys({u"End"_s, u"Return"_s}); // an Enter at once would be the scanner's second
        // Back at the change of the sale that was paid.
        EXPECT_TRUE(m_window->hasFocusOn(u"New sale"_s)) << m_window->screen();
    }

    QTemporaryDir m_folder{u"/dev/shm/crema-test-XXXXXX"_s};
    std::unique_ptr<PlatformProcess> m_platform;
    std::unique_ptr<Device> m_till;
    std::unique_ptr<DesktopPane> m_window;
};

TEST_F(ScanningTest, FortyScansInTwentySecondsWhereverTheFocusIs)
{
    ASSERT_EQ(nameOf(1).toStdString(), largeName(1).toStdString());
    ASSERT_TRUE(renameInFeed(*m_platform, renamed));
    // Handed to the window, whose own sync fetches what changed.
    const std::unique_ptr<QProcess> sync = m_till->start(words("sync run --wait --timeout 290"));
    Expected cart = burst();
    EXPECT_TRUE(m_window->shows(cart.pay())) << m_window->screen();
    EXPECT_EQ(nameOf(1).toStdString(), renamedName(1).toStdString()) << "else no sync wrote anything meanwhile";
    // What was scanned while the search had the focus stands nowhere.
    m_window->send(press(u"F2"_s));
    EXPECT_EQ(m_window->typed(), QString());
    m_window->send(press(u"Escape"_s));
    refusePartsAndStrangers(cart);
    ASSERT_NO_FATAL_FAILURE(scanIntoADialog(cart));
    ASSERT_NO_FATAL_FAILURE(scanBesideACart());
    ASSERT_NO_FATAL_FAILURE(pay(cart));
    ASSERT_NO_FATAL_FAILURE(scanIntoALockedTill());

    EXPECT_TRUE(sync->waitForFinished(loadMs));
    EXPECT_EQ(sync->exitCode(), 0) << sync->readAllStandardError().toStdString();
    EXPECT_EQ(nameOf(renamed).toStdString(), renamedName(renamed).toStdString());
    EXPECT_TRUE(m_window->isRunning());
}

} // namespace
} // namespace crema::e2e
