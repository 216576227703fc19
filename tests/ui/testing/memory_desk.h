// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/example/example_desk.h"
#include "models/people/authenticator_rule.h"

#include <QCoroSignal>

#include <QCoreApplication>

namespace crema::testing {

/// The example shop with answers that can be held back or made to fail, which a real store never does on command.
/// The rules of money are checked with the real client elsewhere.
class MemoryDesk final : public desktop::ExampleDesk
{
    Q_OBJECT

public:
    /// While held, answers wait until let go.
    void holdAnswers(bool held)
    {
        m_held = held;
        if (held)
            return;
        Q_EMIT letGo();
        // An awaited signal resumes through the event loop; each answer may wait for another one.
        for (int turns = 0; turns < 8; ++turns)
            QCoreApplication::processEvents();
    }

    std::optional<Problem> failSale;   ///< what the next sale answers
    std::optional<Problem> failReturn; ///< what the next return answers
    std::optional<sync::ReturnDraft> lastReturn;
    std::optional<Problem> failCustomer; ///< what the next making of a customer answers
    std::optional<Problem> failProducts; ///< what the next list of products answers
    std::optional<Problem> failShift;    ///< what the next closing of a shift answers
    std::optional<Problem> failCash;     ///< what the next movement of cash answers
    std::optional<Problem> failPark;     ///< what the next parking for every till answers
    std::optional<QString> loginCode;    ///< what the authenticator of whoever signs in shows
    bool asksForAuthenticator = false;   ///< before whoever signs in is let in, until one is set up
    int findCalls = 0;
    int productCalls = 0; ///< lists of products that were asked for
    int productsRead = 0; ///< products in their answers

    [[nodiscard]] QCoro::Task<Result<QList<sync::ProductView>>> products(sync::ProductFilter filter) override
    {
        ++productCalls;
        const Result<QList<sync::ProductView>> found = co_await ExampleDesk::products(filter);
        if (failProducts)
            co_return failure(*std::exchange(failProducts, std::nullopt));
        productsRead += static_cast<int>(found->size());
        co_return found;
    }

    [[nodiscard]] QCoro::Task<Result<QList<sync::ProductView>>> findProducts(QString text, int limit) override
    {
        ++findCalls;
        return ExampleDesk::findProducts(std::move(text), limit);
    }

    /// Everybody's password is "right password".
    [[nodiscard]] QCoro::Task<Result<Person>> login(QString email, QString password, QString code) override
    {
        const Result<QList<Person>> here = co_await people();
        for (const Person &person : *here) {
            if (person.email != email || password != QLatin1String("right password"))
                continue;
            if (loginCode && code.isEmpty())
                co_return failure(ProblemKind::NotSignedIn, QStringLiteral("auth.code_needed"),
                                  QStringLiteral("A code is needed too."));
            if (loginCode && code != loginCode)
                co_return failure(ProblemKind::NotSignedIn, QStringLiteral("auth.wrong_code"),
                                  QStringLiteral("This code does not fit."));
            if (asksForAuthenticator)
                co_return failure(authenticatorNeeded());
            co_return co_await switchByPin(person.id, QStringLiteral("1234"));
        }
        co_return co_await ExampleDesk::login(email, password, code);
    }

    [[nodiscard]] QCoro::Task<Result<QList<PersonSession>>> sessions(std::optional<PersonId> person) override
    {
        if (asksForAuthenticator)
            co_return failure(authenticatorNeeded());
        co_return co_await ExampleDesk::sessions(person);
    }

    /// From then on the app shows another code.
    [[nodiscard]] QCoro::Task<Result<QStringList>> confirmAuthenticator(QString code) override
    {
        const Result<QStringList> codes = co_await ExampleDesk::confirmAuthenticator(code);
        if (codes && std::exchange(asksForAuthenticator, false))
            loginCode = QStringLiteral("654321");
        co_return codes;
    }

    [[nodiscard]] QCoro::Task<Result<sync::SaleView>> completeSale(sync::SaleDraft draft) override
    {
        if (failSale)
            co_return failure(*std::exchange(failSale, std::nullopt));
        co_return co_await ExampleDesk::completeSale(draft);
    }

    [[nodiscard]] QCoro::Task<Result<sync::SaleView>> returnSale(sync::ReturnDraft draft) override
    {
        if (failReturn)
            co_return failure(*std::exchange(failReturn, std::nullopt));
        lastReturn = draft;
        co_return co_await ExampleDesk::returnSale(draft);
    }

    [[nodiscard]] QCoro::Task<Result<Customer>> createCustomer(Customer customer) override
    {
        if (failCustomer)
            co_return failure(*std::exchange(failCustomer, std::nullopt));
        co_return co_await ExampleDesk::createCustomer(customer);
    }

    [[nodiscard]] QCoro::Task<Result<Shift>> closeShift(Money counted, QList<CountedPiece> pieces) override
    {
        co_await turn();
        if (failShift)
            co_return failure(*std::exchange(failShift, std::nullopt));
        co_return co_await ExampleDesk::closeShift(counted, pieces);
    }

    [[nodiscard]] QCoro::Task<Result<ParkedCart>> parkCart(ParkedCart cart, std::optional<QString> openCart) override
    {
        if (failPark)
            co_return failure(*std::exchange(failPark, std::nullopt));
        co_return co_await ExampleDesk::parkCart(std::move(cart), std::move(openCart));
    }

    [[nodiscard]] QCoro::Task<Result<CashMovement>> moveCash(sync::CashMovementDraft draft) override
    {
        co_await turn();
        if (failCash)
            co_return failure(*std::exchange(failCash, std::nullopt));
        co_return co_await ExampleDesk::moveCash(draft);
    }

Q_SIGNALS:
    void letGo();

protected:
    [[nodiscard]] QCoro::Task<> turn() override
    {
        if (m_held)
            co_await qCoro(this, &MemoryDesk::letGo);
    }

private:
    bool m_held = false;
};

} // namespace crema::testing
