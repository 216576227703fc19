// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/screen/linear_screen.h"

#include <QCoreApplication>
#include <QTemporaryFile>

#include <gtest/gtest.h>

#include <unistd.h>

using namespace crema::terminal;

namespace {

/// A linear screen that nobody types into; what it says is read from a file.
class LinearScreenTest : public ::testing::Test
{
protected:
    LinearScreenTest()
    {
        EXPECT_EQ(::pipe(m_input.data()), 0);
        EXPECT_TRUE(m_file.open());
        m_reader.setFileName(m_file.fileName());
        EXPECT_TRUE(m_reader.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
        m_output = ::fdopen(::dup(m_file.handle()), "w");
        m_screen = std::make_unique<LinearScreen>(m_input[0], m_output, 40, Charset::Utf8);
    }

    ~LinearScreenTest() override
    {
        m_screen.reset();
        std::fclose(m_output);
        ::close(m_input[0]);
        if (m_input[1] >= 0)
            ::close(m_input[1]);
    }

    /// Shows a screen and answers what is new in what it said.
    QStringList said(const QString &title, const QStringList &body)
    {
        Canvas canvas(m_screen->size());
        int row = 0;
        const auto put = [&](const QString &text, RowRole role) {
            canvas.setRole(row, role);
            canvas.put({row++, 0}, text);
        };
        put(title, RowRole::Title);
        for (const QString &line : body)
            put(line, RowRole::Body);
        put(QStringLiteral("Scan item >"), RowRole::Prompt);
        m_screen->show(canvas);
        return QString::fromUtf8(m_reader.readAll()).split(u'\n', Qt::SkipEmptyParts);
    }

    std::array<int, 2> m_input{-1, -1};
    QTemporaryFile m_file;
    QFile m_reader;
    std::FILE *m_output = nullptr;
    std::unique_ptr<LinearScreen> m_screen;
};

/// Takes lines as a program does: it is at work until somebody ends it.
class WorkingListener final : public ScreenListener
{
public:
    void keysArrived(const QList<KeyEvent> &keys) override
    {
        QString line;
        for (const KeyEvent &key : keys)
            line += key.key == Key::Enter ? QStringLiteral("|") : key.text;
        heard += line;
        works = true;
    }
    void resized() override {}
    void interrupted() override {}
    void closed() override { heard += QStringLiteral("end"); }
    [[nodiscard]] bool isWorking() const override { return works; }

    QString heard;
    bool works = true;
};

void turnLoop()
{
    for (int turn = 0; turn < 20; ++turn)
        QCoreApplication::processEvents();
}

QStringList lines(const char *text)
{
    return QString::fromLatin1(text).split(u'|');
}

} // namespace

TEST_F(LinearScreenTest, ReadsAnotherScreenAsAWholeAndThenOnlyWhatIsNew)
{
    EXPECT_EQ(said(QStringLiteral("TILL"), lines("1 Espresso|Total 2.00")),
              lines("TILL|1 Espresso|Total 2.00|Scan item >"));
    EXPECT_EQ(said(QStringLiteral("TILL"), lines("1 Espresso|2 Tea|Total 5.00")),
              lines("2 Tea|Total 5.00|Scan item >"));
    EXPECT_EQ(said(QStringLiteral("PAY"), lines("1 Cash|Total 5.00")), lines("PAY|1 Cash|Total 5.00|Scan item >"));
}

TEST_F(LinearScreenTest, AProgressThatChangesReadsNothingElseAgain)
{
    (void)said(QStringLiteral("TILL Harbour             q 1"), lines("CHANGE 1.00|Receipt 7"));
    EXPECT_EQ(said(QStringLiteral("TILL Harbour"), lines("CHANGE 1.00|Receipt 7")), lines("TILL Harbour|Scan item >"));
}

TEST_F(LinearScreenTest, AnotherPageIsReadAsAWhole)
{
    (void)said(QStringLiteral("FIND tea              1/2"), lines("1 Green|9 More"));
    EXPECT_EQ(said(QStringLiteral("FIND tea              2/2"), lines("1 Black|9 More")),
              lines("FIND tea              2/2|1 Black|9 More|Scan item >"));
}

TEST_F(LinearScreenTest, LinesTypedAheadWaitUntilTheOneBeforeIsDone)
{
    WorkingListener listener;
    m_screen->setListener(&listener);
    const QByteArray ahead("4006381333931\n.4\n1");
    ASSERT_EQ(::write(m_input[1], ahead.constData(), static_cast<std::size_t>(ahead.size())), ahead.size());
    ::close(std::exchange(m_input[1], -1));
    turnLoop();
    EXPECT_EQ(listener.heard, QString()) << "it has not begun yet";
    for (const char *heard : {"4006381333931|", "4006381333931|.4|", "4006381333931|.4|1|"}) {
        listener.works = false;
        (void)said(QStringLiteral("TILL"), {});
        turnLoop();
        EXPECT_EQ(listener.heard, QString::fromLatin1(heard));
    }
    listener.works = false;
    (void)said(QStringLiteral("TILL"), {});
    turnLoop();
    EXPECT_EQ(listener.heard, QStringLiteral("4006381333931|.4|1|end"));
    m_screen->setListener(nullptr);
}
