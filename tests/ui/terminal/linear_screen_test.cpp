// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/screen/linear_screen.h"

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
