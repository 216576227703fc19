// SPDX-License-Identifier: GPL-3.0-or-later
// What `crema doctor` finds, on the real client and a real store.
#include "tests/sync/client_fixture.h"
#include "ui/presenters/diagnosis/diagnosis_presenter.h"

#include <QDateTime>
#include <QFile>
#include <QLocale>

#include <unistd.h>

namespace crema::presenters {
namespace {

using sync::testing::now;
using sync::testing::StoreFolder;

/// A platform that says that it is well, and what time it has there; or none that answers.
class HealthOnly final : public sync::HttpTransport
{
public:
    explicit HealthOnly(Clock &clock) : m_clock(clock) {}

    std::optional<std::int64_t> aheadMs = 0; ///< of this clock; nothing: no answer

    [[nodiscard]] QCoro::Task<Result<sync::HttpAnswer>> send(sync::HttpRequest) override
    {
        if (!aheadMs)
            co_return failure(ProblemKind::Unavailable, QStringLiteral("network.unreachable"),
                              QStringLiteral("The platform does not answer."));
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(m_clock.now().plusMs(*aheadMs).msSinceEpoch(), Qt::UTC);
        const QString date = QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
        co_return sync::HttpAnswer{
            200, {{"content-type", "application/json"}, {"date", date.toLatin1()}}, QByteArrayLiteral("{}")};
    }

private:
    Clock &m_clock;
};

class Diagnosis : public ::testing::Test
{
protected:
    void SetUp() override
    {
        prepare(*folder.openEnrolled());
        ASSERT_TRUE(now(client.open(folder.request(sync::OpenMode::ReadOnly))));
    }

    /// What the store already knows.
    virtual void prepare(sync::LocalStore &store) { ASSERT_TRUE(store.noteSynced()); }

    Finding finding(const QString &subject)
    {
        const QList<Finding> all = now(DiagnosisPresenter(client, parts).lookOver());
        for (const Finding &each : all) {
            if (each.subject == subject)
                return each;
        }
        return {};
    }

    StoreFolder folder;
    HealthOnly network{folder.clock};
    sync::InlineExecutor executor;
    sync::ClientParts parts{folder.clock, folder.randomness, executor, network, folder.disk};
    sync::Client client{parts};
};

TEST_F(Diagnosis, ComparesTheClockBeforeItSaysThatItAgrees)
{
    EXPECT_EQ(finding(QStringLiteral("clock")).state, Finding::State::Good);
    network.aheadMs = 3 * 60'000;
    EXPECT_EQ(finding(QStringLiteral("clock")).state, Finding::State::Notice);
    network.aheadMs = -20 * 60'000;
    EXPECT_EQ(finding(QStringLiteral("clock")).state, Finding::State::Bad);
    network.aheadMs.reset();
    const Finding unknown = finding(QStringLiteral("clock"));
    EXPECT_EQ(unknown.state, Finding::State::Notice);
    EXPECT_TRUE(unknown.says.contains(QStringLiteral("could not be compared"))) << qPrintable(unknown.says);
}

TEST_F(Diagnosis, TellsOfAFolderThatCannotBeWritten)
{
    EXPECT_EQ(finding(QStringLiteral("disk")).state, Finding::State::Good);
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may write everywhere";
    const QString path = folder.folder.path();
    ASSERT_TRUE(QFile::setPermissions(path, QFile::ReadOwner | QFile::ExeOwner));
    EXPECT_EQ(finding(QStringLiteral("disk")).state, Finding::State::Bad);
    EXPECT_TRUE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

class ShutOutDiagnosis : public Diagnosis
{
protected:
    void prepare(sync::LocalStore &store) override
    {
        const Problem shutOut{ProblemKind::NotAllowed,
                              QStringLiteral("device.revoked"),
                              QStringLiteral("This device was shut out."),
                              QStringLiteral("Ask a manager."),
                              {}};
        ASSERT_TRUE(store.noteLink({sync::Link::NeedsSignIn, shutOut}));
    }
};

TEST_F(ShutOutDiagnosis, SaysSoThoughThePlatformAnswersStrangers)
{
    const Finding platform = finding(QStringLiteral("platform"));
    EXPECT_EQ(platform.state, Finding::State::Bad);
    EXPECT_EQ(platform.says, QStringLiteral("This device was shut out."));
}

} // namespace
} // namespace crema::presenters
